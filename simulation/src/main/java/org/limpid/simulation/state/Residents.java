package org.limpid.simulation.state;

import java.util.Arrays;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/** Which jobs are on which GPU. For one thread. */
final class Residents {
  private static final int NOBODY = -1;

  private final int gpusPerNode;
  private int[] jobs = new int[0];

  Residents(int gpusPerNode) {
    this.gpusPerNode = gpusPerNode;
  }

  void add(int job, Allocation place) {
    replace(NOBODY, job, place);
  }

  void remove(int job, Allocation place) {
    replace(job, NOBODY, place);
  }

  private void replace(int old, int job, Allocation place) {
    for (int i = 0; i < place.nodeCount(); i++) {
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        int first = first(place.node(i), Long.numberOfTrailingZeros(rest));
        jobs[jobs[first] == old ? first : first + 1] = job;
      }
    }
  }

  /** The other jobs on the GPUs of a job, in the order of the GPUs. */
  int[] partners(int job, Allocation place) {
    int[] found = new int[1];
    int count = 0;
    for (int i = 0; i < place.nodeCount(); i++) {
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        int other = other(job, first(place.node(i), Long.numberOfTrailingZeros(rest)));
        if (other != NOBODY && !contains(found, count, other)) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = other;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** On how many GPUs of its own a job meets another one. */
  int sharedGpus(int job, Allocation place, int partner) {
    int count = 0;
    for (int i = 0; i < place.nodeCount(); i++) {
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        int other = other(job, first(place.node(i), Long.numberOfTrailingZeros(rest)));
        count += other == partner ? 1 : 0;
      }
    }
    return count;
  }

  private int other(int job, int first) {
    return jobs[first] == job ? jobs[first + 1] : jobs[first];
  }

  private static boolean contains(int[] found, int count, int job) {
    for (int i = 0; i < count; i++) {
      if (found[i] == job) {
        return true;
      }
    }
    return false;
  }

  /** Where the jobs of a GPU stand. */
  private int first(int node, int gpu) {
    int first = (node * gpusPerNode + gpu) * Nodes.MOST_JOBS_PER_GPU;
    if (first >= jobs.length) {
      int before = jobs.length;
      int nodes = Math.max(node + 1, 2 * before / gpusPerNode / Nodes.MOST_JOBS_PER_GPU);
      jobs = Arrays.copyOf(jobs, nodes * gpusPerNode * Nodes.MOST_JOBS_PER_GPU);
      Arrays.fill(jobs, before, jobs.length, NOBODY);
    }
    return first;
  }
}
