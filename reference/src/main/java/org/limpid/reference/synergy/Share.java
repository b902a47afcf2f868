package org.limpid.reference.synergy;

/**
 * What a job has on one server.
 *
 * @param server its number, from 0
 * @param resources at least one GPU
 */
public record Share(int server, Resources resources) {
  /** GPUs of the job on the server. */
  public int gpus() {
    return (int) resources.gpus();
  }
}
