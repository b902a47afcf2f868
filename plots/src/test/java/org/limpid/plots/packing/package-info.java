/** Tests of figures of workloads beside each other. */
package org.limpid.plots.packing;
