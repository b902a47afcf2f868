/** Figures, tables and the report of the study of ElasticFlow. */
package org.limpid.plots.elasticflow;
