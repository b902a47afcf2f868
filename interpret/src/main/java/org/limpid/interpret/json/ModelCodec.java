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
 * Writes, reads and checks what one kind of model, called so in the file, has beyond the members
 * that all kinds share.
 */
record ModelCodec<M extends Model>(String kind, Class<M> type, Writer<M> writer, Reader<M> reader) {
  interface Writer<M> {
    void write(M model, JsonOutput out) throws IOException;
  }

  /** Reads a model. */
  interface Reader<M> {
    /** Gives what makes the model; that is asked only if no problem was noted. */
    Supplier<M> read(JsonSection root, Header header);
  }

  /** What was read of a model before the members of its kind, with the problems so far. */
  record Header(Task task, Provenance provenance, Problems problems) {}
}
