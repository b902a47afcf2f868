package org.limpid.simulation.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * Jobs sorted by a key, then by a tie number.
 *
 * <p>A sorted list cut into chunks of at most {@value #CHUNK} jobs: insertion and removal cost
 * {@code O(log n + CHUNK + n / CHUNK)} of plain array moves, and a walk touches memory in order.
 * Pairs of key and tie must be unique. For one thread.
 */
public final class JobQueue {
  private static final int CHUNK = 256;

  private final List<Chunk> chunks = new ArrayList<>();
  private int size;

  /** Number of jobs. */
  public int size() {
    return size;
  }

  /** Whether no job waits. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Inserts a job; among equal keys the smaller tie comes first. */
  public void add(double key, long tie, int job) {
    size++;
    if (chunks.isEmpty()) {
      chunks.add(new Chunk());
    }
    int index = chunkFor(key, tie);
    Chunk chunk = chunks.get(index);
    if (chunk.size == CHUNK) {
      Chunk upper = chunk.split();
      chunks.add(index + 1, upper);
      if (upper.compareFirst(key, tie) < 0) {
        chunk = upper;
      }
    }
    chunk.insert(chunk.find(key, tie), key, tie, job);
  }

  /** Removes the job with this key and tie, which must be there. */
  public void remove(double key, long tie) {
    int index = chunkFor(key, tie);
    Chunk chunk = chunks.get(index);
    int place = chunk.find(key, tie);
    if (place == chunk.size || chunk.keys[place] != key || chunk.ties[place] != tie) {
      throw new IllegalArgumentException("no job with key " + key + ", tie " + tie);
    }
    removeAt(index, place);
  }

  /** The first job; the queue must not be empty. */
  public int first() {
    return chunks.get(0).jobs[0];
  }

  /** Removes the first job; the queue must not be empty. */
  public void removeFirst() {
    removeAt(0, 0);
  }

  /** A walk from the first job to the last. */
  public Walk walk() {
    return new Walk();
  }

  private void removeAt(int index, int place) {
    Chunk chunk = chunks.get(index);
    chunk.delete(place);
    size--;
    if (chunk.size == 0 && chunks.size() > 1) {
      chunks.remove(index);
    }
  }

  /** The last chunk whose first entry is not after the given one; the first chunk if none is. */
  private int chunkFor(double key, long tie) {
    int low = 0;
    int high = chunks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (chunks.get(middle).compareFirst(key, tie) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /**
   * A walk through the queue in order. It may remove the job that it stands on; nothing else may
   * change the queue meanwhile.
   */
  public final class Walk {
    private int chunk;
    private int place = -1;

    private Walk() {}

    /** Steps to the next job; false behind the last one. */
    public boolean next() {
      place++;
      while (chunk < chunks.size() && place >= chunks.get(chunk).size) {
        chunk++;
        place = 0;
      }
      return chunk < chunks.size();
    }

    /** The job that the walk stands on. */
    public int job() {
      return chunks.get(chunk).jobs[place];
    }

    /** Key of the job that the walk stands on. */
    public double key() {
      return chunks.get(chunk).keys[place];
    }

    /** Removes the job that the walk stands on. */
    public void remove() {
      boolean chunkVanishes = chunks.get(chunk).size == 1 && chunks.size() > 1;
      removeAt(chunk, place);
      place = chunkVanishes ? -1 : place - 1;
    }
  }

  private static final class Chunk {
    private final double[] keys = new double[CHUNK];
    private final long[] ties = new long[CHUNK];
    private final int[] jobs = new int[CHUNK];
    private int size;

    int compareFirst(double key, long tie) {
      return size == 0 ? -1 : compare(0, key, tie);
    }

    private int compare(int place, double key, long tie) {
      int byKey = Double.compare(keys[place], key);
      return byKey != 0 ? byKey : Long.compare(ties[place], tie);
    }

    /** The place of the entry, or where it belongs. */
    int find(double key, long tie) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (compare(middle, key, tie) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    void insert(int place, double key, long tie, int job) {
      shift(place, place + 1);
      keys[place] = key;
      ties[place] = tie;
      jobs[place] = job;
      size++;
    }

    void delete(int place) {
      shift(place + 1, place);
      size--;
    }

    Chunk split() {
      Chunk upper = new Chunk();
      int half = size / 2;
      upper.size = size - half;
      System.arraycopy(keys, half, upper.keys, 0, upper.size);
      System.arraycopy(ties, half, upper.ties, 0, upper.size);
      System.arraycopy(jobs, half, upper.jobs, 0, upper.size);
      size = half;
      return upper;
    }

    private void shift(int from, int to) {
      int length = size - from;
      System.arraycopy(keys, from, keys, to, length);
      System.arraycopy(ties, from, ties, to, length);
      System.arraycopy(jobs, from, jobs, to, length);
    }
  }
}
