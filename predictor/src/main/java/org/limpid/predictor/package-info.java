/** The model of Lucid called throughput-predict: how many jobs and GPUs the next hours bring. */
package org.limpid.predictor;
