package org.limpid.simulation.queue;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;

/**
 * Jobs sorted by a key, then by a tie number.
 *
 * <p>A sorted list cut into blocks of at most {@value #BLOCK} jobs: insertion and removal cost
 * {@code O(log n + BLOCK)} plus, once in many, a move of {@code n / BLOCK} references, and a walk
 * touches memory in order. The GPUs and the last key of each block stand in arrays of their own, so
 * that a walk may pass whole blocks. Pairs of key and tie must be unique. For one thread.
 */
public final class JobQueue implements Resumable {
  private static final int BLOCK = 64;

  private Block[] blocks = new Block[1];
  private double[] lastKeys = new double[1];
  private int[] blockGpus = new int[1];
  private int blockCount;
  private int size;
  private long gpus;

  /** Number of jobs. */
  public int size() {
    return size;
  }

  /** Whether no job waits. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** GPUs of all jobs. */
  public long gpus() {
    return gpus;
  }

  /** Inserts a job whose GPUs don't matter. */
  public void add(double key, long tie, int job) {
    add(key, tie, job, 0);
  }

  /** Inserts a job; among equal keys the smaller tie comes first. */
  public void add(double key, long tie, int job, int gpuCount) {
    size++;
    gpus += gpuCount;
    if (blockCount == 0) {
      insertBlock(0, new Block(8));
    }
    int index = blockFor(key, tie);
    Block block = blocks[index];
    if (block.size == BLOCK) {
      Block upper = block.split();
      insertBlock(index + 1, upper);
      refresh(index);
      if (upper.compare(0, key, tie) < 0) {
        block = upper;
        index++;
      }
    }
    block.insert(block.find(key, tie), key, tie, job, gpuCount);
    refresh(index);
  }

  /** Removes the job with this key and tie, which must be there. */
  public void remove(double key, long tie) {
    int index = blockFor(key, tie);
    Block block = index < blockCount ? blocks[index] : new Block(0);
    int place = block.find(key, tie);
    if (place == block.size || block.keys[place] != key || block.ties[place] != tie) {
      throw new IllegalArgumentException("no job with key " + key + ", tie " + tie);
    }
    removeAt(index, place);
  }

  /** Number of jobs before this key and tie. */
  public int position(double key, long tie) {
    int index = blockFor(key, tie);
    int before = index < blockCount ? blocks[index].find(key, tie) : 0;
    for (int earlier = 0; earlier < index; earlier++) {
      before += blocks[earlier].size;
    }
    return before;
  }

  /** The first job; the queue must not be empty. */
  public int first() {
    return blocks[0].jobs[0];
  }

  /** Key of the first job; the queue must not be empty. */
  public double firstKey() {
    return blocks[0].keys[0];
  }

  /** Removes the first job; the queue must not be empty. */
  public void removeFirst() {
    removeAt(0, 0);
  }

  /** Removes all jobs. */
  public void clear() {
    Arrays.fill(blocks, 0, blockCount, null);
    blockCount = 0;
    size = 0;
    gpus = 0;
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(size);
    Walk walk = walk();
    while (walk.next()) {
      out.putDouble(walk.key());
      out.putSigned(walk.tie());
      out.putSigned(walk.job());
      out.putSigned(walk.gpuCount());
    }
  }

  @Override
  public void restore(ByteReader in) {
    int saved = in.takeWhole(0, Integer.MAX_VALUE);
    for (int i = 0; i < saved; i++) {
      double key = in.takeDouble();
      long tie = in.takeSigned();
      add(key, tie, in.takeWhole(0, Integer.MAX_VALUE), in.takeWhole(0, Integer.MAX_VALUE));
    }
  }

  /** A walk from the first job to the last. */
  public Walk walk() {
    return new Walk();
  }

  private void removeAt(int index, int place) {
    Block block = blocks[index];
    gpus -= block.gpuCounts[place];
    block.delete(place);
    size--;
    if (block.size == 0 && blockCount > 1) {
      shiftBlocks(index + 1, index);
      blockCount--;
      blocks[blockCount] = null;
    } else {
      refresh(index);
    }
  }

  private void insertBlock(int index, Block block) {
    if (blockCount == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blockCount);
      lastKeys = Arrays.copyOf(lastKeys, 2 * blockCount);
      blockGpus = Arrays.copyOf(blockGpus, 2 * blockCount);
    }
    shiftBlocks(index, index + 1);
    blocks[index] = block;
    blockCount++;
    refresh(index);
  }

  private void shiftBlocks(int from, int to) {
    int length = blockCount - from;
    System.arraycopy(blocks, from, blocks, to, length);
    System.arraycopy(lastKeys, from, lastKeys, to, length);
    System.arraycopy(blockGpus, from, blockGpus, to, length);
  }

  private void refresh(int index) {
    Block block = blocks[index];
    lastKeys[index] = block.size == 0 ? 0 : block.keys[block.size - 1];
    blockGpus[index] = block.gpus;
  }

  /** The first block whose last entry is not before the given one; the last block if none is. */
  private int blockFor(double key, long tie) {
    int low = 0;
    int high = blockCount - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (endsBefore(middle, key, tie)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean endsBefore(int index, double key, long tie) {
    int byKey = Double.compare(lastKeys[index], key);
    return byKey < 0 || (byKey == 0 && blocks[index].compare(blocks[index].size - 1, key, tie) < 0);
  }

  /**
   * A walk through the queue in order. It may remove the job that it stands on; nothing else may
   * change the queue meanwhile.
   */
  public final class Walk {
    private int index;
    private int place = -1;

    private Walk() {}

    /** Steps to the next job; false behind the last one. */
    public boolean next() {
      place++;
      while (index < blockCount && place >= blocks[index].size) {
        index++;
        place = 0;
      }
      return index < blockCount;
    }

    /** Steps over the rest of the block to the first job of the next one; false if none is left. */
    public boolean nextBlock() {
      index++;
      place = 0;
      return index < blockCount;
    }

    /** Steps to the next job of at most so many GPUs; false if none is left. */
    public boolean nextOfAtMost(int gpuCount) {
      boolean more = next();
      while (more && gpuCount() > gpuCount) {
        more = place == 0 && fewestGpusOfBlock() > gpuCount ? nextBlock() : next();
      }
      return more;
    }

    /** The job that the walk stands on. */
    public int job() {
      return blocks[index].jobs[place];
    }

    /** Key of the job that the walk stands on. */
    public double key() {
      return blocks[index].keys[place];
    }

    private long tie() {
      return blocks[index].ties[place];
    }

    /** GPUs of the job that the walk stands on. */
    public int gpuCount() {
      return blocks[index].gpuCounts[place];
    }

    /** Whether the job is the first of its block: of those that can be passed in one step. */
    public boolean startsBlock() {
      return place == 0;
    }

    /** Key of the last job of the block. */
    public double lastKeyOfBlock() {
      return lastKeys[index];
    }

    /** GPUs of all jobs of the block. */
    public int gpusOfBlock() {
      return blockGpus[index];
    }

    private int fewestGpusOfBlock() {
      return blocks[index].fewestGpus();
    }

    /** Removes the job that the walk stands on. */
    public void remove() {
      boolean blockVanishes = blocks[index].size == 1 && blockCount > 1;
      removeAt(index, place);
      place = blockVanishes ? -1 : place - 1;
    }
  }

  private static final class Block {
    private double[] keys;
    private long[] ties;
    private int[] jobs;
    private int[] gpuCounts;
    private int size;
    private int gpus;
    private int fewestGpus = Integer.MAX_VALUE;
    private boolean fewestKnown = true;

    Block(int capacity) {
      keys = new double[capacity];
      ties = new long[capacity];
      jobs = new int[capacity];
      gpuCounts = new int[capacity];
    }

    int compare(int place, double key, long tie) {
      if (size == 0) {
        return -1;
      }
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

    int fewestGpus() {
      if (!fewestKnown) {
        fewestGpus = Integer.MAX_VALUE;
        for (int place = 0; place < size; place++) {
          fewestGpus = Math.min(fewestGpus, gpuCounts[place]);
        }
        fewestKnown = true;
      }
      return fewestGpus;
    }

    void insert(int place, double key, long tie, int job, int gpuCount) {
      if (size == keys.length) {
        resize(Math.min(BLOCK, 2 * size));
      }
      shift(place, place + 1);
      keys[place] = key;
      ties[place] = tie;
      jobs[place] = job;
      gpuCounts[place] = gpuCount;
      size++;
      gpus += gpuCount;
      fewestGpus = Math.min(fewestGpus, gpuCount);
    }

    void delete(int place) {
      gpus -= gpuCounts[place];
      fewestKnown &= gpuCounts[place] > fewestGpus;
      shift(place + 1, place);
      size--;
    }

    Block split() {
      Block upper = new Block(BLOCK);
      int half = size / 2;
      for (int place = half; place < size; place++) {
        upper.insert(place - half, keys[place], ties[place], jobs[place], gpuCounts[place]);
      }
      size = half;
      gpus -= upper.gpus;
      fewestKnown = false;
      return upper;
    }

    private void resize(int capacity) {
      keys = Arrays.copyOf(keys, capacity);
      ties = Arrays.copyOf(ties, capacity);
      jobs = Arrays.copyOf(jobs, capacity);
      gpuCounts = Arrays.copyOf(gpuCounts, capacity);
    }

    private void shift(int from, int to) {
      int length = size - from;
      System.arraycopy(keys, from, keys, to, length);
      System.arraycopy(ties, from, ties, to, length);
      System.arraycopy(jobs, from, jobs, to, length);
      System.arraycopy(gpuCounts, from, gpuCounts, to, length);
    }
  }
}
