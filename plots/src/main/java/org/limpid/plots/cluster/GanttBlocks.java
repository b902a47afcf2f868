package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The jobs on the GPUs of a virtual cluster as rectangles: GPUs side by side are one, also those of
 * neighbouring nodes unless jobs share them.
 */
final class GanttBlocks {
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Key, Integer> openBlocks = new HashMap<>();
  private final ShownTime span;

  private GanttBlocks(ShownTime span) {
    this.span = span;
  }

  /**
   * A job on neighbouring GPUs, while they have the same jobs.
   *
   * @param place of the job among those on the GPUs, from 0
   * @param count of the jobs on the GPUs
   * @param firstLane the first GPU, counted from the top
   */
  record Block(int row, long from, long to, int place, int count, int firstLane, int lanes) {
    private Block longer() {
      return new Block(row, from, to, place, count, firstLane, lanes + 1);
    }
  }

  private record Key(int row, long from, long to, int place, int count) {}

  /** The rectangles of a span of time, clipped to it. */
  static List<Block> of(Occupancy occupancy, NodeRows nodes, ShownTime span) {
    GanttBlocks blocks = new GanttBlocks(span);
    int[] gpuOfLane = new int[nodes.nodes().size() * nodes.gpusPerNode()];
    Arrays.fill(gpuOfLane, -1);
    List<Occupancy.Gpu> gpus = occupancy.gpus();
    IntStream.range(0, gpus.size())
        .filter(gpu -> nodes.place(gpus.get(gpu)) >= 0)
        .forEach(gpu ->
            gpuOfLane[nodes.place(gpus.get(gpu)) * nodes.gpusPerNode() + gpus.get(gpu).index()] =
                gpu);
    for (int lane = 0; lane < gpuOfLane.length; lane++) {
      if (lane % nodes.gpusPerNode() == 0) {
        blocks.openBlocks.keySet().removeIf(key -> key.count() > 1);
      }
      if (gpuOfLane[lane] >= 0) {
        blocks.lane(occupancy, gpuOfLane[lane], lane);
      }
    }
    return blocks.blocks;
  }

  private void lane(Occupancy occupancy, int gpu, int lane) {
    occupancy.segments(
        gpu,
        (row, from, to, place, count) -> {
          if (span.overlaps(from, to)) {
            long begin = Math.max(from, span.from());
            add(new Key(row, begin, Math.min(to, span.to()), place, count), lane);
          }
        });
  }

  private void add(Key key, int lane) {
    Integer open = openBlocks.get(key);
    Block above = open == null ? null : blocks.get(open);
    if (above != null && above.firstLane + above.lanes == lane) {
      blocks.set(open, above.longer());
    } else {
      openBlocks.put(key, blocks.size());
      blocks.add(new Block(key.row, key.from, key.to, key.place, key.count, lane, 1));
    }
  }
}
