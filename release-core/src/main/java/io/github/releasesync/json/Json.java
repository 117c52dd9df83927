package io.github.releasesync.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes values as the JSON of the machine-readable reports. */
public final class Json {

  private final Gson gson =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().serializeNulls().create();

  /**
   * Writes a value. Records become objects with their components in order; null stays visible.
   *
   * @param value records, lists, maps, strings, numbers, booleans or null
   * @return indented JSON with a final line end, always {@code \n}
   */
  public String write(Object value) {
    return gson.toJson(value) + "\n";
  }
}
