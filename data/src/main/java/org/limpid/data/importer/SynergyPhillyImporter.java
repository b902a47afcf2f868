package org.limpid.data.importer;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.data.JobId;
import org.limpid.data.ResourceProfile;
import org.limpid.data.generate.SynergyMix;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Makes a data set from the job log of the Philly traces as Synergy's artifact does for its figure
 * of 512 GPUs: arrivals, durations and GPUs are those of the log, models are given in turn. Left
 * out, and counted, are jobs of more GPUs than there are.
 */
final class SynergyPhillyImporter {
  private static final double USUAL_FROM = 2400;
  private static final double USUAL_TO = 3000;

  private static final ImportOption<Double> FROM =
      ImportOption.of(
          "from-hour", "H", Double.class, "Take jobs that came in after so many hours (2400).");
  private static final ImportOption<Double> TO =
      ImportOption.of("to-hour", "H", Double.class, "And before so many (3000).");
  private static final ImportOption<String> SPLIT =
      ImportOption.of(
          "split",
          "PERCENTS",
          String.class,
          "Percentages of image, language and speech models (20,70,10).");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "synergy-philly",
          "Import the Philly traces of Microsoft as Synergy's artifact takes them, with CPUs and"
              + " memory.",
          "The job log, or a folder or archive with cluster_job_log.",
          "trace-data.tar.gz --cluster philly_cluster.ini --models model_zoo.json --out synergy",
          Stream.concat(SynergyData.OPTIONS.stream(), Stream.of(FROM, TO, SPLIT)).toList(),
          request -> new SynergyPhillyImporter(request).run());

  private static final String TOO_LARGE = "of jobs that want more GPUs than there are";

  private final ImportRequest request;
  private final Problems problems = new Problems();
  private final SynergyData data;
  private final SynergyMix mix;

  private SynergyPhillyImporter(ImportRequest request) {
    this.request = request;
    this.data = new SynergyData(request, problems);
    this.mix = new SynergyMix(request.get(SPLIT).map(this::split).orElse(SynergyMix.USUAL));
  }

  private List<Integer> split(String text) {
    try {
      List<Integer> parts = new ArrayList<>();
      Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .map(Integer::valueOf)
          .forEach(parts::add);
      return SynergyMix.requireSplit(parts);
    } catch (IllegalArgumentException _) {
      throw new DataException(
          Problem.of(
              "options",
              "expected three percentages, 100 in all, for --split, found '%s'".formatted(text),
              "Maybe %s.".formatted("20,70,10")));
    }
  }

  /**
   * Imports the log.
   *
   * @throws DataException with all that is wrong with it
   */
  private ImportReport run() {
    double from = request.get(FROM).orElse(USUAL_FROM);
    double to = request.get(TO).orElse(USUAL_TO);
    SynergyPhilly philly = SynergyPhilly.read(request.path());
    philly.timedJobs(from, to).forEach(this::accept);
    if (data.jobs().isEmpty()) {
      problems.add(philly.file(), "expected jobs that fit the cluster, found none", "");
    }
    tell();
    Path file = philly.file();
    return data.write(
        file, "Jobs of %s, as Synergy's artifact takes them".formatted(file.getFileName()));
  }

  private void accept(SynergyPhilly.Job job) {
    if (!data.jobs().isKept(job.gpus() > data.cluster().gpuCount() ? TOO_LARGE : null)) {
      return;
    }
    ResourceProfile profile = nextProfile();
    data.accept(
        0,
        JobId.parse(job.name()).orElseThrow(),
        profile,
        BigDecimal.valueOf(job.arrivalSeconds()),
        (long) (job.durationSeconds() / profile.iterationSeconds()),
        job.gpus());
  }

  private ResourceProfile nextProfile() {
    String model = mix.next();
    mix.arrive(model);
    Optional<ResourceProfile> profile = data.profiles().find(model);
    return profile.orElseThrow(() ->
        new DataException(
            Problem.ofFile(
                request.get(SynergyData.MODELS).orElseThrow(),
                "expected the ten models of the artifact, found none called " + model,
                "")));
  }

  private void tell() {
    data.tell(
        "The first job comes in at 0, on %s here.".formatted(SynergyData.FIRST_DAY.toLocalDate()));
    data.tell("Models are not those of the log, which names none: they are given by --split.");
    data.tell("There are no workload types, so policies that look at them can't run.");
  }
}
