package org.limpid.simulation.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.limpid.simulation.queue.EasyBackfill;
import org.limpid.simulation.queue.ExpectedRun;
import org.limpid.simulation.queue.GreedyBackfill;
import org.limpid.simulation.queue.QueueDiscipline;
import org.limpid.simulation.queue.StrictOrder;

/** The queue disciplines by name, each a variant of every policy that orders a queue. */
public enum Discipline {
  /** Nobody passes a job that can't be placed. */
  STRICT("", "", "", false, expected -> new StrictOrder()),
  /** Jobs that can't be placed are skipped. */
  BACKFILL(
      "-backfill",
      " with backfill",
      "; jobs that can't start are skipped",
      false,
      expected -> new GreedyBackfill()),
  /** Backfill with a reservation for the first job that can't be placed. */
  EASY(
      "-easy",
      " with EASY backfill",
      "; backfill with a reservation for the head",
      true,
      EasyBackfill::new);

  private final String suffix;
  private final String words;
  private final String remark;
  private final boolean looksAhead;
  private final Function<ExpectedRun, QueueDiscipline> factory;

  Discipline(
      String suffix,
      String words,
      String remark,
      boolean looksAhead,
      Function<ExpectedRun, QueueDiscipline> factory) {
    this.suffix = suffix;
    this.words = words;
    this.remark = remark;
    this.looksAhead = looksAhead;
    this.factory = factory;
  }

  /** Name of a policy under this discipline. */
  public String nameOf(String policy) {
    return policy + suffix;
  }

  /** Description of a policy under this discipline. */
  public String describe(String policy) {
    return policy + remark;
  }

  /** What a policy is called in sentences under this discipline. */
  String words(String policy) {
    return policy + words;
  }

  /** The needs of a policy under this discipline: to look ahead takes durations. */
  Set<Need> needs(Set<Need> own) {
    Set<Need> all = EnumSet.noneOf(Need.class);
    all.addAll(own);
    if (looksAhead && !own.contains(Need.TRUE_DURATIONS)) {
      all.add(Need.ESTIMATES);
    }
    return Collections.unmodifiableSet(all);
  }

  /** The discipline where some job must be allowed to pass: backfill instead of strict order. */
  public Discipline passing() {
    return this == STRICT ? BACKFILL : this;
  }

  /** The discipline of one partition. */
  public QueueDiscipline create(ExpectedRun expected) {
    return factory.apply(expected);
  }
}
