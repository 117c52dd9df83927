package io.github.releasesync.manifest.syntax;

import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML with the JDK's own parser: no DTD, no external entity, bounded depth.
 *
 * <p>The places come from a cursor of our own that follows the parser through the text, because the
 * parser's offsets drift in files with CRLF line ends.
 */
final class XmlParser {

  /** Deeper than any POM, and shallow enough for a recursive traversal. */
  private static final int MAX_DEPTH = 128;

  /** An element whose end tag is still to come. */
  private static final class Open {
    private final String name;
    private final int offset;
    private final int contentOffset;
    private final boolean closesItself;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlElement> children = new ArrayList<>();

    private Open(String name, int offset, int contentOffset, boolean closesItself) {
      this.name = name;
      this.offset = offset;
      this.contentOffset = contentOffset;
      this.closesItself = closesItself;
    }
  }

  private final SourceText source;
  private final String content;
  private final Deque<Open> open = new ArrayDeque<>();
  private int cursor;

  XmlParser(SourceText source) {
    this.source = source;
    this.content = source.content();
  }

  XmlElement parse() {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(content));
      XmlElement last = null;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD -> throw doctype();
          case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
          case XMLStreamConstants.END_ELEMENT -> last = end();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              open.element().text.append(reader.getText());
          // Maven knows the entities of HTML; nothing that we read has any.
          case XMLStreamConstants.ENTITY_REFERENCE ->
              open.element().text.append('&').append(reader.getLocalName()).append(';');
          default -> {}
        }
      }
      return last;
    } catch (XMLStreamException e) {
      throw notWellFormed(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // Maven compares the names as written, prefix included.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
    return factory;
  }

  private void start(String name) {
    int offset = nextStartTag();
    cursor = endOfTag(offset);
    if (open.size() == MAX_DEPTH) {
      throw InvalidManifest.at(
          source.place(offset),
          "more than " + MAX_DEPTH + " elements inside each other",
          "give another name to a file that is not a POM");
    }
    open.push(new Open(name, offset, cursor, content.charAt(cursor - 2) == '/'));
  }

  private XmlElement end() {
    Open closed = open.pop();
    String text = closed.text.toString().trim();
    int textOffset = text.isEmpty() ? closed.offset : firstCharacter(closed.contentOffset);
    int endTag = closed.closesItself ? closed.contentOffset - "/>".length() : nextEndTag();
    XmlElement element =
        new XmlElement(
            source,
            closed.name,
            closed.offset,
            endTag,
            text,
            textOffset,
            List.copyOf(closed.children));
    if (!open.isEmpty()) {
      open.element().children.add(element);
    }
    return element;
  }

  /** The next start tag after the cursor. The parser has been there: it exists. */
  private int nextStartTag() {
    int at = content.indexOf('<', cursor);
    while ("!?/".indexOf(content.charAt(at + 1)) >= 0) {
      at = content.indexOf('<', afterMarkup(at));
    }
    return at;
  }

  /** The next end tag after the cursor, which then is behind it. */
  private int nextEndTag() {
    int at = content.indexOf('<', cursor);
    while (content.charAt(at + 1) != '/') {
      at = content.indexOf('<', afterMarkup(at));
    }
    cursor = afterMarkup(at);
    return at;
  }

  /** Over a comment, CDATA section, processing instruction or end tag. */
  private int afterMarkup(int at) {
    String end =
        content.startsWith("<!--", at)
            ? "-->"
            : content.startsWith("<![CDATA[", at)
                ? "]]>"
                : content.startsWith("<?", at) ? "?>" : ">";
    return content.indexOf(end, at) + end.length();
  }

  private int endOfTag(int offset) {
    int at = offset;
    while (content.charAt(at) != '>') {
      char c = content.charAt(at);
      at = c == '"' || c == '\'' ? content.indexOf(c, at + 1) + 1 : at + 1;
    }
    return at + 1;
  }

  /** The first character that trimming keeps, after comments and the opening of CDATA. */
  private int firstCharacter(int from) {
    int at = from;
    boolean literal = false;
    while (true) {
      if (content.charAt(at) <= ' ') {
        at++;
      } else if (!literal && content.startsWith("<![CDATA[", at)) {
        at += "<![CDATA[".length();
        literal = true;
      } else if (literal && content.startsWith("]]>", at)) {
        at += "]]>".length();
        literal = false;
      } else if (!literal && content.charAt(at) == '<') {
        at = afterMarkup(at);
      } else {
        return at;
      }
    }
  }

  private ReleaseException doctype() {
    int at = content.indexOf('<');
    while (!content.startsWith("<!DOCTYPE", at)) {
      at = content.indexOf('<', afterMarkup(at));
    }
    return InvalidManifest.at(
        source.place(at),
        "a DOCTYPE: no DTD is read",
        "remove the DOCTYPE and write its entities out");
  }

  private ReleaseException notWellFormed(XMLStreamException e) {
    String message = e.getMessage();
    int own = message.indexOf("Message: ");
    Location location = e.getLocation();
    int lineStart = source.offset(Math.max(1, location.getLineNumber()), 1);
    int offset = lineStart + Math.max(0, location.getColumnNumber() - 1);
    return InvalidManifest.syntax(
        source,
        source.place(Math.min(offset, content.length())),
        "not well-formed XML: " + (own < 0 ? message : message.substring(own + 9)));
  }
}
