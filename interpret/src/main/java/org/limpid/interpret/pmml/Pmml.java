package org.limpid.interpret.pmml;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.tree.TreeModel;

/**
 * Models as PMML 4.4, so that other programs predict with them. What is written for which model,
 * and what is lost, is told in {@code docs/model-format.md}.
 *
 * <p>Source: <a href="https://dmg.org/pmml/v4-4-1/GeneralStructure.html">PMML 4.4</a>.
 */
public final class Pmml {
  private Pmml() {}

  /**
   * Writes a model; the stream is flushed and stays open. Throws a {@code DataException} if PMML
   * cannot hold the model: it is neither an EBM nor a tree nor linear, or a name in it has
   * characters that XML lacks; all problems at once.
   */
  public static void write(Model model, OutputStream out) throws IOException {
    PmmlNames names = new PmmlNames(model);
    try {
      PmmlOutput xml = new PmmlOutput(out);
      ModelHeader header = new ModelHeader(model, names, xml);
      switch (model) {
        case EbmModel ebm -> new EbmPmml(ebm, header).write();
        case TreeModel tree -> new TreePmml(tree, header).write();
        case LinearModel linear -> new LinearPmml(linear, header).write();
        default ->
            throw new DataException(
                Problem.of(
                    "model",
                    "expected an EBM, a tree or a linear model to write as PMML",
                    "Maybe export it as a Java class instead."));
      }
      xml.finish();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
