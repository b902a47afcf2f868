package org.limpid.adaptation.course;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.files.AtomicFiles;
import org.limpid.files.BinaryFile;

/**
 * Keeps how far a course has come: the curve, what was learnt by the stages that are over, and all
 * numbers of the policy and its optimiser, with all digits. A file that is empty keeps nothing yet.
 *
 * @param path where it is
 */
record Checkpoint(Path path) {
  private static final String FORMAT = "limpid-learning/1";

  private BinaryFile file() {
    return new BinaryFile(
        path,
        FORMAT,
        "can't go on from here",
        "Maybe the file was damaged: begin anew with --overwrite.");
  }

  /**
   * Writes it beside an older one, and replaces that.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  void write(Learner learner) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, learner);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(path, e);
    }
    file().write(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, Learner learner) throws IOException {
    out.writeInt(learner.learnt().size());
    for (ActionSequence actions : learner.learnt()) {
      out.writeByte(actions.index());
    }
    Curve curve = learner.curve();
    out.writeInt(curve.size());
    for (int episode = 0; episode < curve.size(); episode++) {
      out.writeByte(curve.actions(episode).index());
      out.writeDouble(curve.objective(episode));
    }
    for (double[] numbers : learner.memory()) {
      for (double number : numbers) {
        out.writeDouble(number);
      }
    }
  }

  /**
   * Lets a learner that has not begun go on where an earlier one was stopped.
   *
   * @throws org.limpid.files.DataException if the file can't be read, or is damaged
   */
  void read(Learner learner) {
    try {
      if (Files.size(path) == 0) {
        return;
      }
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(path, e);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file().read()))) {
      read(in, learner);
    } catch (IOException | IllegalArgumentException e) {
      throw file().broken("it ends too early, or holds what can't be");
    }
  }

  private void read(DataInputStream in, Learner learner) throws IOException {
    List<ActionSequence> learnt = new ArrayList<>();
    int over = in.readInt();
    require(over >= 0 && over <= learner.course().stages().size());
    for (int stage = 0; stage < over; stage++) {
      learnt.add(new ActionSequence(in.readByte()));
    }
    int episodes = in.readInt();
    long before = learner.course().stages().stream().limit(over).mapToLong(Stage::episodes).sum();
    require(episodes >= before && episodes <= learner.course().episodes());
    for (int episode = 0; episode < episodes; episode++) {
      learner.curve().add(new ActionSequence(in.readByte()), in.readDouble());
    }
    learner.skip(learnt, episodes - before);
    for (double[] numbers : learner.memory()) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.readDouble();
      }
    }
  }

  private void require(boolean condition) {
    if (!condition) {
      throw file().broken("it is of another course");
    }
  }
}
