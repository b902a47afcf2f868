/** Tests of the figures of the cluster. */
package org.limpid.plots.cluster;
