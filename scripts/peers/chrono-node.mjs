// How fast chrono-node finds the dates of a text, in MB/s: chrono-node.mjs FILE [ROUNDS]
import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';

const [path, rounds = '3'] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');
const published = new Date(2025, 10, 1);
const parser = /[\u0600-\u06ff]/.test(text) && chrono.ar ? chrono.ar : chrono;
let best = Infinity;
let found = 0;
for (let round = 0; round < Number(rounds); round += 1) {
    const start = process.hrtime.bigint();
    found = parser.parse(text, published).length;
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(`chrono-node\t${(Buffer.byteLength(text) / 1e6 / best).toFixed(3)} MB/s\t${found} found`);
