package org.limpid.simulation.policy.elastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.simulation.given.Given.seconds;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.elastic.AdmissionDecision.Verdict;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/** ElasticFlow on one node of 8 GPUs, followed by hand. */
class ElasticFlowTest {
  /** Linear, and so fast that the iteration that a plan adds is a thousandth of a second. */
  private static final ScalingCurve LINEAR =
      ScalingCurve.of("net", 64, 8, new int[] {1, 2, 4, 8}, new double[] {1000, 2000, 4000, 8000});

  /**
   * Job 0, 800 s on one GPU until 2000, gets all 8 GPUs from 0 on and works from 10 on. Job 1, 100
   * s on 8 GPUs, comes at 50 and is due at 165, so it needs all of them: job 0 is stopped with 480
   * s left, and job 1 runs until 160. Job 2 comes at 60, needs the same, and is due at 210: it is
   * declined.
   *
   * <p>Job 3, 80 s on one GPU, has no deadline. At 160 one GPU is enough for job 0, and seven are
   * left. Job 3 gets one, as it has none. A second GPU costs each of them 6 s more on both in place
   * of 4 s on one, four GPUs 8 s on all; so they get more in turns, until both have 4. Job 3 is
   * done at 160 + 8 + 20, and then job 0, with 400 s left, goes on on all: 10 + 50 s.
   */
  private static Given given() {
    return Given.nodes(1)
        .due(0, 1, 800, LINEAR, 2000)
        .due(50, 8, 100, LINEAR, 165)
        .due(60, 8, 100, LINEAR, 210)
        .elastic(70, 1, 80, LINEAR);
  }

  @Test
  void promisesGoFirstAndTheRestIsShared() {
    JobRecords jobs = given().run("elasticflow");
    assertArrayEquals(seconds(0, 50, JobRecords.NEVER_STARTED, 160), jobs.startSeconds());
    assertArrayEquals(seconds(248, 160, 60, 188), jobs.endSeconds());
    assertArrayEquals(seconds(110, 0, 0, 90), jobs.queueSeconds());
    assertArrayEquals(new int[] {1, 0, 0, 0}, jobs.preemptions());
  }

  private static List<Note> notes(PolicyResult result, String kind) {
    List<Note> notes = new ArrayList<>();
    for (Event event : result.decisions().partitions().getFirst()) {
      if (event instanceof Note note && note.kind().equals(kind)) {
        notes.add(note);
      }
    }
    return notes;
  }

  /**
   * After job 1, which by its plan ends at 161, job 2 would be done at 272. With 8 GPUs more it
   * would not have to wait; nor without job 1, which was admitted last.
   */
  @Test
  void aDecisionTellsWhatWasPromisedOrNeeded() {
    List<AdmissionDecision> decisions =
        notes(given().explain("elasticflow"), AdmissionDecision.NOTE).stream()
            .map(AdmissionDecision::of)
            .toList();
    assertEquals(
        List.of(Verdict.ADMITTED, Verdict.ADMITTED, Verdict.DECLINED),
        decisions.stream().map(AdmissionDecision::verdict).toList());
    assertEquals(
        new AdmissionDecision.PromisedShare(8, 4, 50, 161), decisions.get(1).share().orElseThrow());
    AdmissionDecision.Needed needed = decisions.get(2).needed().orElseThrow();
    assertEquals(272, needed.deadline().orElseThrow());
    assertEquals(8, needed.moreGpus().orElseThrow());
    assertEquals(1, needed.fewerJobs().orElseThrow());
    assertEquals(
        "Admitted: its deadline is in 1 min 55 s, and the smallest share that keeps it is 8 GPUs"
            + " from now on. By that it is done in 1 min 51 s at the latest.",
        decisions.get(1).text());
    assertEquals(
        "Declined: no share of the GPUs keeps its deadline, which is in 2 min 30 s, beside what is"
            + " promised to others. The earliest deadline that would have been accepted is 1 min 2"
            + " s later, in 3 min 32 s. As well it would have been admitted with 8 GPUs more or"
            + " without the job admitted last.",
        decisions.get(2).text());
  }

  @Test
  void whatWasScaledAndKeptIsTold() {
    PolicyResult result = given().explain("elasticflow");
    assertEquals(
        List.of(
            "Gets 8 GPUs; the start costs 10 s.",
            "Gets 8 GPUs; the start costs 10 s.",
            "Gets 4 GPUs; the start costs 8 s.",
            "Gets 4 GPUs; the start costs 8 s.",
            "Was scaled from 4 to 8 GPUs, which costs 10 s. If it keeps them, it is done 40 s"
                + " earlier than before."),
        notes(result, Scaled.NOTE).stream().map(note -> Scaled.of(note).text()).toList());
    assertEquals(
        List.of(
            "The promise was kept: it ended 5 s before its deadline.",
            "The promise was kept: it ended 29 min 12 s before its deadline."),
        notes(result, Promise.NOTE).stream().map(note -> Promise.of(note).text()).toList());
  }

  /** Job 2 is taken, and late: after job 1, which is more urgent, it runs from 160 to 270. */
  @Test
  void withoutAdmissionTheMostUrgentGoesFirst() {
    PolicyResult result = given().explain("elasticflow-no-admission");
    assertEquals(160, result.jobs().startSeconds()[2]);
    assertEquals(270, result.jobs().endSeconds()[2]);
    assertEquals(
        Verdict.TAKEN_LATE,
        AdmissionDecision.of(notes(result, AdmissionDecision.NOTE).get(2)).verdict());
  }

  /**
   * A job of 5000 s whose iterations say 1000 s, due at 2100, on one GPU: it is admitted, outlives
   * what is known of it, and is late. That is the one way to break a promise while no node fails.
   */
  @Test
  void whoHasMoreToDoThanItSaidIsAnException() {
    ScalingCurve rigid = ScalingCurve.of("net", 64, 1, new int[] {1}, new double[] {1000});
    ScalingCurve fast = ScalingCurve.of("net", 64, 1, new int[] {1}, new double[] {5000});
    PolicyInputs honest = Given.nodes(1).due(0, 1, 5000, rigid, 2100).inputs();
    PolicyInputs wrong = honest.withScaling(ScalingCurves.of(List.of(fast)));
    SimulationOptions options = SimulationOptions.standard().withThreads(1).withExplained(true);
    Policy policy = Policies.standard().named("elasticflow").orElseThrow();
    PolicyResult declined = new Simulator(options).run(policy, honest);
    assertEquals(JobRecords.NEVER_STARTED, declined.jobs().startSeconds()[0]);
    PolicyResult late = new Simulator(options).run(policy, wrong);
    assertEquals(5004, late.jobs().endSeconds()[0]);
    assertEquals(
        "The promise was broken: it ended 48 min 24 s after its deadline. It had more to do than"
            + " its iterations say.",
        Promise.of(notes(late, Promise.NOTE).getFirst()).text());
  }
}
