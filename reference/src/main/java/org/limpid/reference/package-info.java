/**
 * Simulators of published artifacts, accidents included, whose rules of time differ so much from
 * those of {@link org.limpid.simulation} that they can't share its engine: rounds, slots, ticks.
 * Each artifact has a package of its own, and results that equal it job by job.
 */
package org.limpid.reference;
