package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code limpid model train} on tables of a few rows. */
final class ModelSmallTableTest {
  @TempDir private Path folder;

  private Call train(String rows, String... more) throws IOException {
    String csv = Files.writeString(folder.resolve("in.csv"), "x,y\n" + rows).toString();
    String out = folder.resolve("model.json").toString();
    String[] words = {"model", "train", "--csv", csv, "--target", "y", "--out", out};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    Call call = Call.of(all);
    assertEquals(0, call.exitCode(), call.err());
    return call;
  }

  @Test
  void fewerRowsThanBagsAreToldAndRecorded() throws IOException {
    Call call = train("1,2\n2,4\n3,5\n4,9\n5,9\n");
    assertTrue(
        call.err()
            .contains("There are 5 rows only, so the model averages 5 bags, not outer_bags=14."),
        call.err());
    String model = Files.readString(folder.resolve("model.json"));
    assertTrue(model.contains("\"outer_bags\": \"5\""));
  }

  @Test
  void aModelThatLearntNothingSaysSo() throws IOException {
    Call call = train("1,2\n1,4\n1,5\n1,9\n", "--params", "outer_bags=2");
    assertTrue(call.err().contains("No term has learnt anything"), call.err());
    assertTrue(call.err().contains("the features say nothing of y"), call.err());
  }
}
