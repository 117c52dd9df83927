package io.github.releasesync.manifest.syntax;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an XML document with its position. */
public final class XmlElement {

  private final SourceText source;
  private final String name;
  private final int offset;
  private final int endTag;
  private final String text;
  private final int textOffset;
  private final List<XmlElement> children;

  /**
   * An element.
   *
   * @param source the document
   * @param name its name as written
   * @param offset where its start tag begins
   * @param endTag where its end tag begins, or the {@code />} of its only tag
   * @param text its own character data, trimmed
   * @param textOffset where that begins
   * @param children the elements in it
   */
  XmlElement(
      SourceText source,
      String name,
      int offset,
      int endTag,
      String text,
      int textOffset,
      List<XmlElement> children) {
    this.source = source;
    this.name = name;
    this.offset = offset;
    this.endTag = endTag;
    this.text = text;
    this.textOffset = textOffset;
    this.children = children;
  }

  /** Reads a document, see {@link XmlParser}. */
  public static XmlElement parse(SourceText source) {
    return new XmlParser(source).parse();
  }

  public String name() {
    return name;
  }

  /** The offset at which the start tag begins. */
  public int start() {
    return offset;
  }

  /** The offset at which the end tag begins, or the {@code />} of the only tag. */
  public int endTag() {
    return endTag;
  }

  /** Whether it is written as {@code <name/>}. */
  public boolean isSelfClosing() {
    return source.content().startsWith("/>", endTag);
  }

  /** Its own character data, trimmed, whatever else is in it. */
  public String ownText() {
    return text;
  }

  /** Where the start tag begins. */
  public Place place() {
    return source.place(offset);
  }

  public List<XmlElement> children() {
    return children;
  }

  /** The text, with the place of its first character, or of the start tag where it is empty. */
  public Located<String> text() {
    if (!children.isEmpty()) {
      throw InvalidManifest.at(
          children.get(0).place(),
          "`<" + children.get(0).name() + ">` is in `<" + name + ">`, which must contain text only",
          "write plain text there");
    }
    return new Located<>(text, source.place(textOffset));
  }

  /** The only child of that name; a second one is refused, as Maven does. */
  public Optional<XmlElement> child(String childName) {
    List<XmlElement> found = children.stream().filter(c -> c.name.equals(childName)).toList();
    if (found.size() > 1) {
      throw InvalidManifest.at(
          found.get(1).place(), "duplicate element `<" + childName + ">`", "keep one of the two");
    }
    return found.stream().findFirst();
  }

  /** The text of the only child of that name, if there is any. */
  public Optional<Located<String>> value(String childName) {
    return child(childName).map(XmlElement::text).filter(value -> !value.value().isEmpty());
  }

  /** The grandchildren of a list such as {@code <modules>}. */
  public Stream<XmlElement> childrenOf(String listName, String itemName) {
    return child(listName).stream()
        .flatMap(list -> list.children.stream())
        .filter(item -> item.name.equals(itemName));
  }
}
