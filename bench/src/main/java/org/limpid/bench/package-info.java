/**
 * Benchmarks of reading, simulating and writing; {@code docs/benchmarks.md} says how to run them.
 */
package org.limpid.bench;
