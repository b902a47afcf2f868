/** Tests of the schedulers of ElasticFlow's artifact. */
package org.limpid.reference.elasticflow;
