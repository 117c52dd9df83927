package io.github.releasesync.testing;

import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.Settings;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A POM that init wrote, read by other means than those that it was written with. */
public final class WrittenPom {

  private WrittenPom() {}

  /** The plugin's configuration as Maven would hand it over. */
  public static Settings settings(Path pom) throws Exception {
    byte[] bytes = Files.readAllBytes(pom);
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes))
            .getDocumentElement();
    List<GroupSpec> groups = new ArrayList<>();
    for (Element group : elements(project, "group")) {
      if (group.getParentNode().getNodeName().equals("groups")) {
        GroupSpec spec =
            GroupSpec.of(
                child(group, "name"),
                child(group, "lead"),
                elements(group, "follower").stream().map(Element::getTextContent).toList(),
                child(group, "policy"),
                child(group, "tagFormat"));
        groups.add("true".equals(child(group, "inferred")) ? spec.asInferred() : spec);
      }
    }
    List<CopySpec> copies =
        elements(project, "copy").stream()
            .map(
                copy ->
                    CopySpec.of(child(copy, "file"), child(copy, "pattern"), child(copy, "group")))
            .toList();
    return Settings.ofGroups(groups).withCopies(copies);
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    var nodes = parent.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static String child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent();
      }
    }
    return null;
  }
}
