/**
 * Measures glass-box models: accuracy, CPU time, memory, threads; {@code docs/benchmarks.md} says
 * how to run it.
 */
package org.limpid.bench.models;
