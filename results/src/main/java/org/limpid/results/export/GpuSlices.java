package org.limpid.results.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.files.IoConsumer;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.state.ClusterState;

/**
 * Which jobs were on which GPUs of a virtual cluster, from when to when, as its log tells. A GPU
 * that two jobs share has two tracks, so that no track ever holds two of them. Where nodes exchange
 * their numbers, what runs on them is cut in two.
 */
final class GpuSlices {
  private final PartitionLog log;
  private final IoConsumer<Slice> out;
  private final ClusterState state;
  private final Map<Integer, List<Begun>> begun = new HashMap<>();
  private final Set<Track> taken = new HashSet<>();

  /**
   * Where slices of time never overlap.
   *
   * @param node its number
   * @param gpu of the node
   * @param isSecond whether it is for the job that joins another one on the GPU
   */
  record Track(int node, int gpu, boolean isSecond) {}

  /**
   * A job was on a GPU.
   *
   * @param job its number in the log
   */
  record Slice(int job, Track track, long fromSecond, long toSecond) {}

  private record Begun(Track track, long fromSecond) {}

  private GpuSlices(PartitionLog log, IoConsumer<Slice> out) {
    this.log = log;
    this.out = out;
    state = new ClusterState(log.gpuCounts(), new Nodes(log.nodeCount(), log.gpusPerNode()), 0);
  }

  /**
   * Hands over all slices in the order of their ends; those of no length are left out.
   *
   * @throws IllegalStateException if the events don't follow from each other
   */
  static void forEach(PartitionLog log, IoConsumer<Slice> out) throws IOException {
    new GpuSlices(log, out).run();
  }

  private void run() throws IOException {
    for (Event event : log) {
      int[] changing = changing(event);
      for (int job : changing) {
        end(job, event.second());
      }
      state.apply(event);
      for (int job : changing) {
        begin(job);
      }
    }
  }

  /** The jobs that are not on the same GPUs as before. */
  private int[] changing(Event event) {
    return switch (event) {
      case Event.Started it -> new int[] {it.job()};
      case Event.Resized it -> new int[] {it.job()};
      case Event.Preempted it -> new int[] {it.job()};
      case Event.Ended it -> new int[] {it.job()};
      case Event.NumbersSwapped it ->
          IntStream.of(state.runningInStartOrder())
              .filter(job -> isOn(job, it.position()) || isOn(job, it.other()))
              .toArray();
      default -> new int[0];
    };
  }

  private boolean isOn(int job, int position) {
    Allocation place = state.place(job);
    return IntStream.range(0, place.nodeCount()).anyMatch(i -> place.node(i) == position);
  }

  private void end(int job, long second) throws IOException {
    List<Begun> ending = begun.remove(job);
    if (ending == null) {
      return;
    }
    for (Begun it : ending) {
      taken.remove(it.track());
      if (it.fromSecond() < second) {
        out.accept(new Slice(job, it.track(), it.fromSecond(), second));
      }
    }
  }

  private void begin(int job) {
    if (state.isRunning(job)) {
      Allocation place = state.nodes().numbered(state.place(job));
      begun.put(
          job,
          IntStream.range(0, place.nodeCount())
              .boxed()
              .flatMap(i -> gpus(place.gpuMask(i)).mapToObj(gpu -> track(place.node(i), gpu)))
              .map(track -> new Begun(track, state.now()))
              .toList());
    }
  }

  private static IntStream gpus(long mask) {
    return IntStream.range(0, Long.SIZE).filter(gpu -> (mask >> gpu & 1) == 1);
  }

  private Track track(int node, int gpu) {
    Track first = new Track(node, gpu, false);
    if (taken.add(first)) {
      return first;
    }
    Track second = new Track(node, gpu, true);
    taken.add(second);
    return second;
  }
}
