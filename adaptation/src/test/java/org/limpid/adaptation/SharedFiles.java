package org.limpid.adaptation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limpid.adaptation.policy.Embeddings;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.TrainingsFile;

/** The recorded trainings and published policies, where the machine has them. */
public final class SharedFiles {
  private SharedFiles() {}

  /** The recorded trainings, in the order of the golden evaluation. */
  public static List<Scenario> scenarios() {
    return TrainingsFile.read(data("trainings.csv"));
  }

  /** The scenario of a name. */
  public static Scenario scenario(String name) {
    return scenarios().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  public static Embeddings embeddings() {
    return Embeddings.read(data("embeddings_18x16.f32le"));
  }

  public static Vocabulary vocabulary() {
    return Vocabulary.read(data("vocabulary.json"), embeddings());
  }

  /** A published policy, such as {@code early_learn2}. */
  public static PolicyNetwork policy(String name) {
    return PolicyNetwork.read(golden(name + ".f32le"), golden(name + ".json"), embeddings());
  }

  /** Weights at the start of a published run: 13 or 18 rows of embeddings were drawn before. */
  public static PolicyNetwork initialPolicy(int rows) {
    String name = "rl_init_seed42_emb%d".formatted(rows);
    return PolicyNetwork.read(
        golden(name + ".f32le"), golden(name + ".manifest.json"), embeddings());
  }

  public static Path data(String name) {
    return file("data/adaptation/" + name);
  }

  public static Path golden(String name) {
    return file("golden/adaptation/" + name);
  }

  /** The fields of the lines of a golden table, without its header if it has one. */
  public static List<String[]> rows(String name, int headerLines) {
    try {
      return Files.readAllLines(golden(name)).stream()
          .skip(headerLines)
          .map(line -> line.split(","))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it isn't there the test is skipped. */
  private static Path file(String name) {
    Path file = Path.of(System.getProperty("limpid.shared", "none"), name);
    assumeTrue(Files.exists(file), () -> "there is no " + file);
    return file;
  }
}
