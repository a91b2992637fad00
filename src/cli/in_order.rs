//! Work on all cores whose results come in the order of what was handed in. Knows no lines and no records.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

/// How many pieces wait for each worker, and as many results behind it: memory does not grow with the number of pieces.
const WAITING: usize = 8;

/// The results of the workers, in the order of the pieces.
pub(super) struct InOrder<T> {
    workers: Vec<Worker<T>>,
    /// The worker whose turn it is.
    turn: usize,
}

struct Worker<T> {
    results: Receiver<T>,
    thread: Option<JoinHandle<()>>,
}

impl<T> Iterator for InOrder<T> {
    type Item = T;

    /// The result of the next piece. Pieces are dealt out in turn: the first worker without a result means that all are done.
    ///
    /// # Panics
    /// Where that worker panicked, with what it said: its piece must not be missing in silence.
    fn next(&mut self) -> Option<T> {
        let worker = self.workers.get_mut(self.turn)?;
        let Ok(result) = worker.results.recv() else {
            if let Some(Err(panic)) = worker.thread.take().map(JoinHandle::join) {
                std::panic::resume_unwind(panic);
            }
            return None;
        };
        self.turn = (self.turn + 1) % self.workers.len();
        Some(result)
    }
}

/// Has `feed` hand its pieces to workers, each with a function of its own that `make_worker` makes on its thread. `feed` gets a
/// function that takes a piece and says whether more are wanted: they are not once the results are dropped.
pub(super) fn in_order<P, T, W>(
    feed: impl FnOnce(&mut dyn FnMut(P) -> bool) + Send + 'static,
    make_worker: impl Fn() -> W + Clone + Send + 'static,
) -> InOrder<T>
where
    P: Send + 'static,
    T: Send + 'static,
    W: Fn(P) -> T,
{
    let n_workers = thread::available_parallelism().map_or(1, NonZero::get);
    let (pieces, workers) = (0..n_workers).map(|_| start(make_worker.clone())).unzip();
    thread::spawn(move || deal(pieces, feed));
    InOrder { workers, turn: 0 }
}

fn start<P, T, W>(make_worker: impl Fn() -> W + Send + 'static) -> (SyncSender<P>, Worker<T>)
where
    P: Send + 'static,
    T: Send + 'static,
    W: Fn(P) -> T,
{
    let (to_worker, pieces) = sync_channel(WAITING);
    let (to_caller, results) = sync_channel(WAITING);
    let thread = thread::spawn(move || {
        let work = make_worker();
        for piece in pieces {
            if to_caller.send(work(piece)).is_err() {
                break;
            }
        }
    });
    (to_worker, Worker { results, thread: Some(thread) })
}

fn deal<P>(pieces: Vec<SyncSender<P>>, feed: impl FnOnce(&mut dyn FnMut(P) -> bool)) {
    let mut turn = 0;
    feed(&mut |piece| {
        let taken = pieces.get(turn).is_some_and(|worker| worker.send(piece).is_ok());
        turn = (turn + 1) % pieces.len().max(1);
        taken
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_pieces() {
        let feed = |hand: &mut dyn FnMut(u64) -> bool| (0..1000).for_each(|piece| assert!(hand(piece)));
        // Some pieces take longer than others.
        let work = || |piece: u64| (0..(piece % 7) * 1000).fold(piece, |piece, _| std::hint::black_box(piece));
        assert_eq!(in_order(feed, work).collect::<Vec<_>>(), (0..1000).collect::<Vec<_>>());
    }

    #[test]
    #[should_panic(expected = "piece 5")]
    fn a_piece_that_fails_is_not_passed_over() {
        let feed = |hand: &mut dyn FnMut(u64) -> bool| {
            (0..10).for_each(|piece| {
                let _ = hand(piece);
            })
        };
        in_order(feed, || |piece: u64| assert!(piece != 5, "piece 5")).for_each(drop);
    }

    #[test]
    fn whoever_has_enough_stops_the_feed() {
        let (tell, told) = sync_channel(1);
        let feed = move |hand: &mut dyn FnMut(u64) -> bool| {
            let taken = (0..1_000_000).take_while(|piece| hand(*piece)).count();
            // The test may be over already.
            let _ = tell.send(taken);
        };
        let mut results = in_order(feed, || |piece| piece);
        assert_eq!(results.next(), Some(0));
        drop(results);
        assert!(told.recv().expect("the feed ends") < 1_000_000);
    }
}
