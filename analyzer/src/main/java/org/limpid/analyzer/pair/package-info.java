/** Speeds of pairs of workloads from what each of them shows alone. */
package org.limpid.analyzer.pair;
