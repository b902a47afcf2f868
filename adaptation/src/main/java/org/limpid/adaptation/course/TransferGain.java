package org.limpid.adaptation.course;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.limpid.adaptation.course.CurveFile.LastStage;
import org.limpid.files.DataException;
import org.limpid.files.Page;
import org.limpid.files.Problem;
import org.limpid.files.json.JsonOutput;

/**
 * What it is worth to begin with the weights of another scenario, by the measures of Taylor and
 * Stone (Transfer Learning for Reinforcement Learning Domains, 2009, section 2.1), in accuracy.
 *
 * @param scenario that was learnt both ways
 * @param transferred with weights from elsewhere
 * @param scratch from random weights
 * @param ratio how much more accuracy was reached in the episodes that both have, as a part of that
 *     from scratch
 */
public record TransferGain(String scenario, Learning transferred, Learning scratch, double ratio) {
  /** Episodes of the mean at the start, as in the figures of the publication. */
  public static final int START = 50;

  /** Episodes of the mean at the end. */
  public static final int END = 500;

  /**
   * One way to learn.
   *
   * @param episodes how many
   * @param start mean accuracy of the first {@value #START}, or of all
   * @param end mean accuracy of the last {@value #END}, or of all
   * @param reached after how many episodes the mean of the last {@value #START} is at least that of
   *     the other way's end; empty: never
   */
  public record Learning(int episodes, double start, double end, OptionalInt reached) {}

  /**
   * Compares two curves that {@code limpid adapt train} wrote; of each, the last stage.
   *
   * @throws DataException if a file can't be read, or they are of different scenarios
   */
  public static TransferGain of(Path transferred, Path scratch) {
    LastStage one = CurveFile.read(transferred);
    LastStage other = CurveFile.read(scratch);
    if (!one.scenario().equals(other.scenario())) {
      throw new DataException(
          Problem.ofFile(
              scratch,
              "expected a curve of '%s', as in %s, found one of '%s'"
                  .formatted(one.scenario(), transferred, other.scenario()),
              "Maybe the curve of another course is meant."));
    }
    return of(one.scenario(), one.accuracies(), other.accuracies());
  }

  static TransferGain of(String scenario, double[] transferred, double[] scratch) {
    int shared = Math.min(transferred.length, scratch.length);
    double sum = mean(scratch, 0, shared);
    return new TransferGain(
        scenario,
        learning(transferred, scratch),
        learning(scratch, transferred),
        sum == 0 ? 0 : mean(transferred, 0, shared) / sum - 1);
  }

  private static Learning learning(double[] curve, double[] other) {
    return new Learning(
        curve.length,
        mean(curve, 0, Math.min(START, curve.length)),
        end(curve),
        reached(curve, end(other)));
  }

  private static double end(double[] curve) {
    return mean(curve, Math.max(0, curve.length - END), curve.length);
  }

  private static OptionalInt reached(double[] curve, double goal) {
    for (int end = START; end <= curve.length; end++) {
      if (mean(curve, end - START, end) >= goal) {
        return OptionalInt.of(end);
      }
    }
    return OptionalInt.empty();
  }

  private static double mean(double[] numbers, int from, int end) {
    double sum = 0;
    for (int i = from; i < end; i++) {
      sum += numbers[i];
    }
    return sum / (end - from);
  }

  /** How much higher the accuracy is at first. */
  public double jumpStart() {
    return transferred.start() - scratch.start();
  }

  /** How much higher it is in the end. */
  public double gain() {
    return transferred.end() - scratch.end();
  }

  /** As a table for people. */
  public Page page() {
    return new Page()
        .table(
            1,
            List.of(
                List.of(scenario, "transferred", "scratch", "difference"),
                List.of(
                    "first 50 (jump start)",
                    rounded(transferred.start()),
                    rounded(scratch.start()),
                    signed(jumpStart())),
                List.of(
                    "last 500", rounded(transferred.end()), rounded(scratch.end()), signed(gain())),
                List.of(
                    "episodes to the other's end",
                    text(transferred.reached()),
                    text(scratch.reached()),
                    ""),
                List.of(
                    "episodes",
                    "%,d".formatted(transferred.episodes()),
                    "%,d".formatted(scratch.episodes()),
                    ""),
                List.of("transfer ratio", "", "", signed(ratio))));
  }

  private static String rounded(double accuracy) {
    return String.format(Locale.ROOT, "%.4f", accuracy);
  }

  private static String signed(double difference) {
    return String.format(Locale.ROOT, "%+.4f", difference);
  }

  private static String text(OptionalInt episodes) {
    return episodes.isPresent() ? "%,d".formatted(episodes.getAsInt()) : "never";
  }

  /** As a JSON object. */
  public String toJson() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      JsonOutput json = new JsonOutput(bytes).beginObject().text("scenario", scenario);
      write(json.beginObject("transferred"), transferred);
      write(json.beginObject("scratch"), scratch);
      json.number("jump_start", jumpStart())
          .number("gain", gain())
          .number("transfer_ratio", ratio)
          .endObject()
          .finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(JsonOutput json, Learning learning) throws IOException {
    json.wholeNumber("episodes", learning.episodes())
        .number("first_50", learning.start())
        .number("last_500", learning.end());
    if (learning.reached().isPresent()) {
      json.wholeNumber("episodes_to_the_others_end", learning.reached().getAsInt());
    }
    json.endObject();
  }
}
