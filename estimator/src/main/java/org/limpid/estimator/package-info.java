/** The model of Lucid called workload-estimate: how long a job will run. */
package org.limpid.estimator;
