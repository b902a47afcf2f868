/** What a run leaves behind: records of jobs and the state of the cluster over time. */
package org.limpid.simulation.record;
