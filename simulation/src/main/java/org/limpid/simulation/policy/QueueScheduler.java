package org.limpid.simulation.policy;

import java.util.stream.Stream;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.queue.JobStarter;
import org.limpid.simulation.queue.QueueDiscipline;
import org.limpid.simulation.queue.WaitingQueue;

/**
 * Puts jobs into a queue when they arrive and has it served by a discipline. For one thread.
 *
 * @param partition where jobs start
 * @param starter how they start
 * @param keys what the queue is ordered by; asked for when the job arrives
 * @param discipline who may start
 * @param queue the jobs that wait
 */
public record QueueScheduler(
    Partition partition,
    JobStarter starter,
    QueueOrder.JobKey keys,
    QueueDiscipline discipline,
    WaitingQueue queue)
    implements Scheduler, Resumable {
  @Override
  public void arrived(int job) {
    double key = keys.of(job);
    int rank = partition.state().arrivalRank(job);
    if (partition.wantsReasons()) {
      partition.tellQueued(job, queue.position(key, rank), key);
    }
    queue.add(key, rank, job);
  }

  @Override
  public void ended(int job) {
    discipline.ended();
  }

  @Override
  public void schedule() {
    discipline.serve(queue, partition, starter);
  }

  @Override
  public long wakeUp() {
    return discipline.wakeUp(queue, partition);
  }

  @Override
  public void save(ByteWriter out) {
    queue.save(out);
    resumables().forEach(part -> part.save(out));
  }

  @Override
  public void restore(ByteReader in) {
    queue.restore(in);
    resumables().forEach(part -> part.restore(in));
  }

  private Stream<Resumable> resumables() {
    return Stream.of(discipline, starter)
        .filter(Resumable.class::isInstance)
        .map(Resumable.class::cast);
  }
}
