package org.limpid.simulation.queue;

import java.util.Arrays;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;

/**
 * Jobs sorted by a key, then by a tie number.
 *
 * <p>A sorted list cut into blocks of at most B = {@value JobBlock#CAPACITY} jobs: insertion and
 * removal cost {@code O(log n + B)} plus, once in B / 2 times or less, a move of {@code n / B}
 * references, and a walk touches memory in order. The last key and the weight of each block stand
 * in arrays of their own, so that a walk may pass whole blocks; the next job of little weight is
 * found in {@code O(log n + B)}. Pairs of key and tie must be unique. For one thread.
 */
public final class JobQueue implements Resumable {
  private JobBlock[] blocks = new JobBlock[1];
  private double[] lastKeys = new double[1];
  private long[] blockWeights = new long[1];
  private final Minima least = new Minima();
  private boolean leastKnown;
  private int blockCount;
  private int size;
  private long weight;

  /** Number of jobs. */
  public int size() {
    return size;
  }

  /** Whether no job waits. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Weight of all jobs. */
  public long weight() {
    return weight;
  }

  /** Inserts a job whose weight doesn't matter. */
  public void add(double key, long tie, int job) {
    add(key, tie, job, 0);
  }

  /**
   * Inserts a job; among equal keys the smaller tie comes first.
   *
   * @param weight what walks look at: its GPUs, or whatever else the owner counts
   */
  public void add(double key, long tie, int job, int weight) {
    size++;
    this.weight += weight;
    if (blockCount == 0) {
      insertBlock(0, new JobBlock(8));
    }
    int index = blockFor(key, tie);
    JobBlock block = blocks[index];
    if (block.isFull()) {
      // What always comes last leaves full blocks behind, not halves.
      JobBlock upper = isBehindAll(index, key, tie) ? new JobBlock(8) : block.split();
      insertBlock(index + 1, upper);
      refresh(index);
      if (upper.compare(0, key, tie) < 0) {
        block = upper;
        index++;
      }
    }
    block.insert(block.find(key, tie), key, tie, job, weight);
    refresh(index);
  }

  private boolean isBehindAll(int index, double key, long tie) {
    return index == blockCount - 1 && endsBefore(index, key, tie);
  }

  /** Removes the job with this key and tie, which must be there. */
  public void remove(double key, long tie) {
    int index = blockFor(key, tie);
    JobBlock block = index < blockCount ? blocks[index] : new JobBlock(0);
    int place = block.find(key, tie);
    if (!block.holds(place, key, tie)) {
      throw new IllegalArgumentException("no job with key " + key + ", tie " + tie);
    }
    removeAt(index, place);
  }

  /** Number of jobs before this key and tie. */
  public int position(double key, long tie) {
    int index = blockFor(key, tie);
    int before = index < blockCount ? blocks[index].find(key, tie) : 0;
    for (int earlier = 0; earlier < index; earlier++) {
      before += blocks[earlier].size();
    }
    return before;
  }

  /** The first job; the queue must not be empty. */
  public int first() {
    return blocks[0].job(0);
  }

  /** Key of the first job; the queue must not be empty. */
  public double firstKey() {
    return blocks[0].key(0);
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
    weight = 0;
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(size);
    Walk walk = walk();
    while (walk.next()) {
      out.putDouble(walk.key());
      out.putSigned(walk.tie());
      out.putSigned(walk.job());
      out.putSigned(walk.weight());
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
    return new Walk(0, -1);
  }

  /** A walk from the first job behind this key and tie to the last one. */
  Walk walkBehind(double key, long tie) {
    int start = blockFor(key, tie);
    if (start == blockCount) {
      return walk();
    }
    int place = blocks[start].find(key, tie);
    return new Walk(start, blocks[start].holds(place, key, tie) ? place : place - 1);
  }

  private int nextBlockOfAtMost(int from, int most) {
    if (!leastKnown) {
      least.fill(blockCount, index -> blocks[index].least());
      leastKnown = true;
    }
    int found = least.next(from, most);
    return found < 0 ? blockCount : found;
  }

  private void removeAt(int index, int place) {
    JobBlock block = blocks[index];
    weight -= block.weight(place);
    block.delete(place);
    size--;
    if (block.size() == 0 && blockCount > 1) {
      shiftBlocks(index + 1, index);
      blockCount--;
      blocks[blockCount] = null;
    } else {
      refresh(index);
    }
  }

  private void insertBlock(int index, JobBlock block) {
    if (blockCount == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blockCount);
      lastKeys = Arrays.copyOf(lastKeys, 2 * blockCount);
      blockWeights = Arrays.copyOf(blockWeights, 2 * blockCount);
    }
    shiftBlocks(index, index + 1);
    blocks[index] = block;
    blockCount++;
    refresh(index);
  }

  private void shiftBlocks(int from, int to) {
    leastKnown = false;
    int length = blockCount - from;
    System.arraycopy(blocks, from, blocks, to, length);
    System.arraycopy(lastKeys, from, lastKeys, to, length);
    System.arraycopy(blockWeights, from, blockWeights, to, length);
  }

  private void refresh(int index) {
    JobBlock block = blocks[index];
    lastKeys[index] = block.lastKey();
    blockWeights[index] = block.weight();
    if (leastKnown) {
      least.set(index, block.least());
    }
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
    return byKey < 0
        || (byKey == 0 && blocks[index].compare(blocks[index].size() - 1, key, tie) < 0);
  }

  /**
   * A walk through the queue in order. It may remove the job that it stands on; nothing else may
   * change the queue meanwhile.
   */
  public final class Walk {
    private int index;
    private int place;

    private Walk(int index, int place) {
      this.index = index;
      this.place = place;
    }

    /** Steps to the next job; false behind the last one. */
    public boolean next() {
      place++;
      while (index < blockCount && place >= blocks[index].size()) {
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

    /** Steps to the next job of at most so much weight; false if none is left. */
    public boolean nextOfAtMost(int most) {
      place++;
      while (index < blockCount) {
        place = blocks[index].nextOfAtMost(place, most);
        if (place < blocks[index].size()) {
          return true;
        }
        index = nextBlockOfAtMost(index + 1, most);
        place = 0;
      }
      return false;
    }

    /** The job that the walk stands on. */
    public int job() {
      return blocks[index].job(place);
    }

    /** Key of the job that the walk stands on. */
    public double key() {
      return blocks[index].key(place);
    }

    /** Tie number of the job that the walk stands on. */
    public long tie() {
      return blocks[index].tie(place);
    }

    /** Weight of the job that the walk stands on. */
    public int weight() {
      return blocks[index].weight(place);
    }

    /** Whether the job is the first of its block: of those that can be passed in one step. */
    public boolean startsBlock() {
      return place == 0;
    }

    /** Key of the last job of the block. */
    public double lastKeyOfBlock() {
      return lastKeys[index];
    }

    /** Weight of all jobs of the block. */
    public long weightOfBlock() {
      return blockWeights[index];
    }

    /** Removes the job that the walk stands on. */
    public void remove() {
      boolean blockVanishes = blocks[index].size() == 1 && blockCount > 1;
      removeAt(index, place);
      place = blockVanishes ? -1 : place - 1;
    }
  }
}
