package org.limpid.data.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who submits what, hour by hour, in sessions.
 *
 * <ul>
 *   <li>Every day a user is more or less active: the share times a log-normal variable of mean 1,
 *       sigma 0.8. Sessions start at any second of the hour, their users drawn by activity.
 *   <li>A session is a row of batches: after each comes another with probability 0.8, after a
 *       log-normal pause of median 200 s, sigma 1.1. It ends with the hour at the latest.
 *   <li>The user goes on with the last task with probability 0.7, else draws one by its weight;
 *       within the session with probability 0.93.
 *   <li>A batch is one job, or with probability 0.045 a sweep of at least two: Pareto, shape 1.1,
 *       at most 400. Its jobs come in the same second (probability 0.6) or 0 to 10 s apart. A batch
 *       has one {@link RunKind}, with probability 0.75 that of the batch before; a sweep of long
 *       jobs ends when its virtual cluster is full.
 *   <li>The mood of a user drifts from session to session: z' = 0.5 z + sqrt(0.75) e. It is what
 *       jobs of one session have in common, and makes durations depend on time.
 * </ul>
 *
 * <p>State: a task and a mood per user. Memory beyond that holds one hour of submissions.
 */
final class SessionProcess {
  private static final int HOUR_SECONDS = 3_600;
  private static final double ACTIVITY_SIGMA = 0.8;
  private static final double ANOTHER_BATCH = 0.8;
  private static final double PAUSE_MEDIAN_SECONDS = 200;
  private static final double PAUSE_SIGMA = 1.1;
  private static final double SAME_TASK = 0.7;
  private static final double SAME_TASK_IN_SESSION = 0.93;
  private static final double SWEEP = 0.045;
  private static final double SWEEP_SHAPE = 1.1;
  private static final int MAX_SWEEP = 400;
  private static final double AT_ONCE = 0.6;
  private static final int MAX_GAP_SECONDS = 10;
  private static final double SAME_KIND = 0.75;
  private static final double IN_SPITE = 0.05;
  private static final double MOOD_MEMORY = 0.5;

  private final UserPopulation users;
  private final LoadControl load;
  private final DurationModel durations;
  private final RandomStream random;
  private final int[] lastTasks;
  private final double[] moods;
  private double[] activity;

  SessionProcess(
      UserPopulation users, LoadControl load, DurationModel durations, RandomStream random) {
    this.users = users;
    this.load = load;
    this.durations = durations;
    this.random = random;
    lastTasks = new int[users.size()];
    moods = new double[users.size()];
  }

  /** The next hour: exactly {@code jobs} submissions, in order of time. */
  List<Submission> hour(int hour, long jobs) {
    if (hour % ArrivalProcess.HOURS_PER_DAY == 0) {
      activity = newActivity();
    }
    List<Submission> submissions = new ArrayList<>();
    long start = (long) hour * HOUR_SECONDS;
    load.advanceTo(start);
    while (submissions.size() < jobs) {
      new Session(start, jobs, submissions).run();
    }
    submissions.sort(Comparator.comparingLong(Submission::seconds));
    return submissions;
  }

  private double[] newActivity() {
    double[] weights = new double[users.size()];
    for (int user = 0; user < weights.length; user++) {
      weights[user] = users.share(user) * random.unitMeanLognormal(ACTIVITY_SIGMA);
    }
    return Weights.cumulative(weights);
  }

  /** One user at work, within one hour. */
  private final class Session {
    private final long hourEnd;
    private final long jobs;
    private final List<Submission> submissions;
    private final int user;
    private long now;
    private RunKind kind;

    Session(long hourStart, long jobs, List<Submission> submissions) {
      hourEnd = hourStart + HOUR_SECONDS;
      this.jobs = jobs;
      this.submissions = submissions;
      user = random.index(activity);
      now = hourStart + random.uniform(HOUR_SECONDS);
    }

    void run() {
      changeMood();
      keepTask(SAME_TASK);
      do {
        batch(task());
        keepTask(SAME_TASK_IN_SESSION);
        now += 1 + (long) random.lognormal(PAUSE_MEDIAN_SECONDS, PAUSE_SIGMA);
      } while (mayGoOn() && random.chance(ANOTHER_BATCH));
    }

    private boolean mayGoOn() {
      return now < hourEnd && submissions.size() < jobs;
    }

    private UserTask task() {
      return users.tasks(user).get(lastTasks[user]);
    }

    private void changeMood() {
      double renewal = StrictMath.sqrt(1 - MOOD_MEMORY * MOOD_MEMORY);
      moods[user] = MOOD_MEMORY * moods[user] + renewal * random.gaussian();
    }

    private void keepTask(double probability) {
      if (!random.chance(probability)) {
        double[] weights = users.tasks(user).stream().mapToDouble(UserTask::jobShare).toArray();
        lastTasks[user] = random.index(Weights.cumulative(weights));
      }
    }

    private void batch(UserTask task) {
      kind = nextKind(task);
      int size = random.chance(SWEEP) ? random.pareto(2, SWEEP_SHAPE, MAX_SWEEP) : 1;
      boolean atOnce = random.chance(AT_ONCE);
      submit(task);
      for (int i = 1; i < size && mayGoOn() && mayRepeat(task); i++) {
        submit(task);
        now += atOnce ? 0 : random.uniform(MAX_GAP_SECONDS + 1);
      }
    }

    /** Who sees no free GPUs hardly ever starts anything long, but may test something short. */
    private RunKind nextKind(UserTask task) {
      RunKind next =
          kind != null && random.chance(SAME_KIND)
              ? kind
              : durations.kind(load.longShare(task, now), task.gpuCount());
      return isBrief(next) || load.hasRoom(task) || random.chance(IN_SPITE) ? next : RunKind.SHORT;
    }

    private boolean mayRepeat(UserTask task) {
      return isBrief(kind) || load.hasRoom(task);
    }

    private static boolean isBrief(RunKind kind) {
      return kind == RunKind.EARLY || kind == RunKind.SHORT;
    }

    private void submit(UserTask task) {
      double length = load.longLength(task.virtualCluster());
      long seconds = durations.seconds(kind, task, moods[user], length);
      Submission job = new Submission(now, task, seconds, durations.state(kind, seconds));
      load.submitted(job);
      submissions.add(job);
    }
  }
}
