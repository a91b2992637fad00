//! Events on lanes along an axis of time: model, scale, layout, hit test. Pure.
//! Knows no toolkit: label widths and tick labels come in through two traits.
