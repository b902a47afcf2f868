/** What listens to a run: records of jobs, series of the cluster, events, and estimators. */
package org.limpid.simulation.sink;
