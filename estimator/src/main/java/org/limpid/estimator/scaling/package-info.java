/** What more GPUs bring a job whose throughput nobody measured: a glass-box model of scaling. */
package org.limpid.estimator.scaling;
