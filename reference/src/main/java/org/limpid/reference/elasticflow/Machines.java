package org.limpid.reference.elasticflow;

/**
 * Equal nodes.
 *
 * @param nodes how many
 * @param gpusPerNode GPUs of each
 */
record Machines(int nodes, int gpusPerNode) {
  /** GPUs of all nodes. */
  int gpus() {
    return nodes * gpusPerNode;
  }
}
