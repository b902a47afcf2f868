/** The figures of ElasticFlow (ASPLOS '23): what runs, which numbers, and what was published. */
package org.limpid.experiment.elasticflow;
