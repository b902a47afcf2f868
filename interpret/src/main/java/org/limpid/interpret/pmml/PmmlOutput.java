package org.limpid.interpret.pmml;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of one document, indented. */
final class PmmlOutput {
  private static final String NAMESPACE = "http://www.dmg.org/PMML-4_4";

  private final XMLStreamWriter xml;
  private int depth;

  PmmlOutput(OutputStream out) throws XMLStreamException {
    xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(
                new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    newLine();
    xml.writeStartElement("PMML");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("version", "4.4");
    depth++;
  }

  PmmlOutput open(String name) throws XMLStreamException {
    newLine();
    xml.writeStartElement(name);
    depth++;
    return this;
  }

  PmmlOutput leaf(String name) throws XMLStreamException {
    newLine();
    xml.writeEmptyElement(name);
    return this;
  }

  /** An attribute of the element that was just begun; a value of {@code null} leaves it out. */
  PmmlOutput with(String attribute, Object value) throws XMLStreamException {
    if (value != null) {
      xml.writeAttribute(attribute, value.toString());
    }
    return this;
  }

  /** An array of texts, which are quoted already. */
  PmmlOutput array(String texts) throws XMLStreamException {
    newLine();
    xml.writeStartElement("Array");
    xml.writeAttribute("type", "string");
    xml.writeCharacters(texts);
    xml.writeEndElement();
    return this;
  }

  /** A row of an inline table on one line: names of columns and their values in turn. */
  PmmlOutput row(String... cells) throws XMLStreamException {
    newLine();
    xml.writeStartElement("row");
    for (int i = 0; i < cells.length; i += 2) {
      xml.writeStartElement(cells[i]);
      xml.writeCharacters(cells[i + 1]);
      xml.writeEndElement();
    }
    xml.writeEndElement();
    return this;
  }

  /** Ends the last element that was begun. */
  PmmlOutput close() throws XMLStreamException {
    depth--;
    newLine();
    xml.writeEndElement();
    return this;
  }

  void finish() throws XMLStreamException {
    close();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
    xml.flush();
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
