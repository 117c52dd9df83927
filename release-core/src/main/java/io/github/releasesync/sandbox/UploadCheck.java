package io.github.releasesync.sandbox;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.sandbox.UploadedForm.FilePart;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Specifier;
import io.github.releasesync.version.Pep440Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The checks of PyPI for the form of an upload, in its order and mostly with its messages. */
final class UploadCheck {

  private static final Set<String> METADATA_VERSIONS =
      Set.of("1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5");
  private static final int MAX_SUMMARY = 512;

  /** Ours: a record is a file of that name. */
  private static final int MAX_NAME = 200;

  private static final long MAX_SIZE = 100L << 20;

  private UploadCheck() {}

  /**
   * Looks through the form.
   *
   * @return the file
   * @throws Refusal with 400
   */
  static FilePart check(UploadedForm form) {
    if (!form.field("protocol_version").orElse("1").equals("1")) {
      throw refused("Unknown protocol version.");
    }
    if (!form.field(":action").orElse("").equals("file_upload")) {
      throw refused("Unknown action.");
    }
    checkKind(form);
    checkMetadata(form);
    FilePart file = form.file().orElseThrow(() -> refused("Upload payload does not have a file."));
    checkFile(form, file);
    return file;
  }

  private static void checkKind(UploadedForm form) {
    String type = form.field("filetype").orElse("");
    if (!type.equals("sdist") && !type.equals("bdist_wheel")) {
      throw invalid("filetype", "Use a known file type.");
    }
    for (String digest : List.of("sha256_digest", "blake2_256_digest")) {
      form.field(digest)
          .filter(value -> !isHex(value, 64))
          .ifPresent(value -> invalidDigest(digest));
    }
    boolean digested =
        List.of("sha256_digest", "blake2_256_digest", "md5_digest").stream()
            .anyMatch(digest -> form.field(digest).isPresent());
    if (!digested) {
      throw refused("Include at least one message digest.");
    }
    Optional<String> pyversion = form.field("pyversion");
    if (form.isWheel() && pyversion.isEmpty()) {
      throw refused("Python version is required for binary distribution uploads.");
    }
    if (!form.isWheel() && pyversion.isPresent() && !pyversion.get().equals("source")) {
      throw refused("Use 'source' as Python version for an sdist.");
    }
  }

  private static void invalidDigest(String field) {
    throw invalid(field, "Use a valid, hex-encoded, SHA256 message digest.");
  }

  private static void checkMetadata(UploadedForm form) {
    String metadataVersion = form.field("metadata_version").orElse("");
    if (!METADATA_VERSIONS.contains(metadataVersion)) {
      throw refused("'" + metadataVersion + "' is not a valid metadata version.");
    }
    String name = form.field("name").orElse("");
    if (!ProjectName.isValid(name) || name.length() > MAX_NAME) {
      throw refused(
          "The name '"
              + name
              + "' is an invalid value for Name. Error: Start and end with a letter"
              + " or numeral containing only ASCII numeric and '.', '_' and '-'. See"
              + " https://packaging.python.org/specifications/core-metadata for more information.");
    }
    if (version(form).local().isPresent()) {
      throw invalid("version", "Can't use PEP 440 local versions.");
    }
    if (form.field("summary")
        .filter(s -> s.length() > MAX_SUMMARY || s.contains("\n"))
        .isPresent()) {
      throw invalid("summary", "Use a single line of at most 512 characters.");
    }
    form.field("requires_python").ifPresent(UploadCheck::checkSpecifier);
    for (String requirement : form.all("requires_dist")) {
      int marker = requirement.indexOf(';');
      if ((marker < 0 ? requirement : requirement.substring(0, marker)).contains("@")) {
        throw refused("Can't have direct dependency: " + requirement);
      }
    }
    if (form.field("license").isPresent() && form.field("license_expression").isPresent()) {
      throw refused("License is deprecated when License-Expression is present.");
    }
  }

  private static void checkFile(UploadedForm form, FilePart file) {
    String filename = file.filename();
    if (filename.contains("/") || filename.contains("\\")) {
      throw refused("Cannot upload a file with '/' or '\\' in the filename.");
    }
    boolean plain =
        !filename.startsWith(".")
            && filename.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"'<>&%?#".indexOf(c) < 0);
    if (!plain || filename.isEmpty()) {
      throw refused("Cannot upload a file with non-printable characters in the filename.");
    }
    String extension = form.isWheel() ? ".whl" : ".tar.gz";
    if (!filename.endsWith(extension) && (form.isWheel() || !filename.endsWith(".zip"))) {
      throw refused(
          "Invalid file extension: Use .tar.gz, .whl or .zip extension. See"
              + " https://www.python.org/dev/peps/pep-0527 and https://peps.python.org/pep-0715/"
              + " for more information.");
    }
    if (file.contentType().filter(type -> type.startsWith("image/")).isPresent()) {
      throw refused("Invalid distribution file.");
    }
    if (file.size() > MAX_SIZE) {
      throw refused(
          "File too large. Limit for project '"
              + form.field("name").orElse("")
              + "' is 100 MB. See"
              + " https://pypi.org/help/#file-size-limit for more information.");
    }
    boolean same =
        isSame(form.lower("sha256_digest"), file.sha256())
            && isSame(form.lower("blake2_256_digest"), file.blake2())
            && isSame(form.lower("md5_digest"), file.md5());
    if (!same) {
      throw refused(
          "The digest supplied does not match a digest calculated from the uploaded file.");
    }
  }

  static Pep440Version version(UploadedForm form) {
    String version = form.field("version").orElse("");
    try {
      return Pep440Version.parse(version);
    } catch (InvalidVersionException e) {
      throw refused(
          "'"
              + version
              + "' is an invalid value for Version. Error: Start and end with a letter or"
              + " numeral. See https://packaging.python.org/specifications/core-metadata for more"
              + " information.");
    }
  }

  private static void checkSpecifier(String specifier) {
    try {
      Pep440Specifier.parse(specifier);
    } catch (InvalidVersionException e) {
      throw invalid("requires_python", "Invalid specifier in requirement.");
    }
  }

  private static boolean isSame(Optional<String> stated, String found) {
    return stated.isEmpty() || stated.get().equals(found);
  }

  private static boolean isHex(String text, int length) {
    return text.length() == length
        && text.toLowerCase(Locale.ROOT)
            .chars()
            .allMatch(c -> '0' <= c && c <= '9' || 'a' <= c && c <= 'f');
  }

  private static Refusal invalid(String field, String reason) {
    return refused("Invalid value for " + field + ". Error: " + reason);
  }

  private static Refusal refused(String detail) {
    return new Refusal(400, detail);
  }
}
