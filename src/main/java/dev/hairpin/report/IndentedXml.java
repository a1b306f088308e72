package dev.hairpin.report;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements on lines of their own, with text that XML can carry. */
final class IndentedXml {
  private final XMLStreamWriter xml;
  private final Deque<String> open = new ArrayDeque<>();

  IndentedXml(XMLStreamWriter xml) throws XMLStreamException {
    this.xml = xml;
    xml.writeStartDocument("UTF-8", "1.0");
  }

  /** Opens an element; attributes are names and values in turn. */
  void open(String name, Object... attributes) throws XMLStreamException {
    line();
    xml.writeStartElement(name);
    attributes(attributes);
    open.push(name);
  }

  void close() throws XMLStreamException {
    open.pop();
    line();
    xml.writeEndElement();
  }

  void empty(String name, Object... attributes) throws XMLStreamException {
    line();
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  void text(String name, String text, Object... attributes) throws XMLStreamException {
    line();
    xml.writeStartElement(name);
    attributes(attributes);
    xml.writeCharacters(XmlText.legal(text));
    xml.writeEndElement();
  }

  void end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.writeCharacters("\n");
    xml.close();
  }

  private void attributes(Object... attributes) throws XMLStreamException {
    for (int index = 0; index < attributes.length; index += 2) {
      String value = XmlText.legal(String.valueOf(attributes[index + 1]));
      xml.writeAttribute((String) attributes[index], value);
    }
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(open.size()));
  }
}
