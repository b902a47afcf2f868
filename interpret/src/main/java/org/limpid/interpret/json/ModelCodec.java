package org.limpid.interpret.json;

import java.io.IOException;
import java.util.function.Supplier;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

/**
 * Writes and reads what one kind of model has beyond the members that all kinds share.
 *
 * @param <M> the kind of model
 * @param kind the kind as the file names it
 * @param type the class of the models
 * @param writer writes the members of this kind
 * @param reader reads and checks the members of this kind
 */
record ModelCodec<M extends Model>(String kind, Class<M> type, Writer<M> writer, Reader<M> reader) {
  /** Writes a model. */
  interface Writer<M> {
    void write(M model, JsonOutput out) throws IOException;
  }

  /** Reads a model. */
  interface Reader<M> {
    /** Gives what makes the model; that is asked only if no problem was noted. */
    Supplier<M> read(JsonSection root, Header header);
  }

  /**
   * What was read of a model before the members of its kind.
   *
   * @param task what it predicts
   * @param provenance where it comes from
   * @param problems what is wrong so far
   */
  record Header(Task task, Provenance provenance, Problems problems) {}
}
