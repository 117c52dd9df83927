package io.github.releasesync.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A manifest and the files beside it. */
record CrateShape(String name, Map<String, String> files) {

  private static final String LICENSED = "description = \"d\"\nlicense = \"MIT\"\n";

  void write(Path folder, String index) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(
          path,
          file.getValue()
              .replace("INDEX", index)
              .replace("OTHER", index.replace("/index/", "/other/")));
    }
  }

  @Override
  public String toString() {
    return name;
  }

  static List<CrateShape> all() {
    return List.of(
        shape("minimal", ""),
        shape("no-readme", "readme = false\n"),
        shape("default-readme", "", "README.md", "# Title\n\"q\" <tag> \\ ü 漢\n"),
        shape("txt-readme", "", "README.txt", "plain"),
        shape("custom-readme", "readme = \"docs/intro.md\"\n", "docs/intro.md", "# Intro"),
        shape("readme-true", "readme = true\n", "README.md", "# T"),
        bare("shape-license-file", "license-file = \"LICENSE.txt\"\n", "LICENSE.txt", "free"),
        bare(
            "shape-license-both",
            "license = \"MIT OR Apache-2.0\"\nlicense-file = \"legal/L\"\n",
            "legal/L",
            "free"),
        bare("shape-unicode", "license = \"MIT\"\ndescription = \"Größe — 漢字 \\\"q\\\" 🦀\"\n"),
        bare(
            "shape-multi-line",
            "license = \"MIT\"\ndescription = \"\"\"\n one\n  two \\\n three\t\n\"\"\"\n"),
        shape(
            "texts",
            "authors = [\"A <a@b.c>\", \"Ü\"]\nhomepage = \"https://h.example\"\n"
                + "documentation = \"https://d.example\"\nrepository = \"https://r.example\"\n"
                + "keywords = [\"one\", \"two\"]\ncategories = [\"science\", \"no-std\"]\n"),
        shape("rust-version", "edition = \"2021\"\nrust-version = \"1.70.0\"\n"),
        shape("edition", "edition = \"2024\"\n"),
        shape("links", "links = \"z\"\nbuild = \"build.rs\"\n", "build.rs", "fn main() {}"),
        shape(
            "badges",
            "[badges]\nmaintenance = { status = \"actively-developed\" }\n"
                + "travis-ci = { repository = \"a/b\", branch = \"main\" }\n"),
        shape(
            "crate-types",
            "[lib]\nname = \"other\"\ncrate-type = [\"cdylib\", \"rlib\"]\n[[bin]]\nname = \"x\"\n"
                + "path = \"src/bin.rs\"\nrequired-features = [\"f\"]\n[features]\nf = []\n",
            "src/bin.rs",
            "fn main() {}"),
        shape("dependency", "[dependencies]\nlibc = \"1\"\nserde = \"^1.0.0\"\nabc = \"*\"\n"),
        shape(
            "requirements",
            "[dependencies]\na = \">=1, <2\"\nb = \"=1.0.0\"\nc = \"~1.0\"\nd = \"1.*\"\n"),
        shape(
            "optional",
            "[dependencies]\nserde = { version = \"1\", optional = true, features = [\"derive\", \"rt\"] }\n"
                + "libc = { version = \"1.0\", default-features = false }\n"),
        shape(
            "features",
            "[dependencies]\nserde = { version = \"1\", optional = true }\nlibc = \"1\"\n"
                + "[features]\ndefault = [\"a\"]\na = [\"dep:serde\"]\nb = [\"serde?/derive\", \"libc/std\"]\n"
                + "c = [\"a\", \"b\"]\nempty = []\n"),
        shape(
            "implicit-feature",
            "[dependencies]\nserde = { version = \"1\", optional = true }\n[features]\nx = [\"serde/derive\"]\n"),
        shape("empty-features", "[features]\n"),
        shape(
            "renamed",
            "[dependencies]\nalias = { package = \"serde\", version = \"1\" }\n"
                + "other-name = { package = \"libc\", version = \"1\", optional = true }\n"
                + "[features]\nx = [\"dep:other-name\"]\n"),
        shape("same-name", "[dependencies]\nserde = { package = \"serde\", version = \"1\" }\n"),
        shape(
            "twice",
            "[dependencies]\nserde = \"1\"\n[build-dependencies]\nserde = { version = \"1.0\", features = [\"derive\"] }\n"
                + "[dev-dependencies]\nserde = \"1.0.0\"\n",
            "build.rs",
            "fn main() {}"),
        shape(
            "targets",
            "[target.'cfg(unix)'.dependencies]\nlibc = \"1\"\n[target.'cfg(windows)'.dependencies]\n"
                + "winapi = { version = \"1\", features = [\"std\"] }\n"
                + "[target.x86_64-unknown-linux-gnu.dev-dependencies]\nabc = \"1\"\n"
                + "[target.'cfg(all(unix, not(target_os = \"macos\")))'.build-dependencies]\ncc = \"1\"\n"
                + "[dependencies]\nzzz = \"1\"\n",
            "build.rs",
            "fn main() {}"),
        shape(
            "dev-and-build",
            "[dev-dependencies]\nb = \"1\"\na = \"1\"\n[build-dependencies]\ncc = \"1\"\n",
            "build.rs",
            "fn main() {}"),
        shape(
            "underscore",
            "[dev_dependencies]\na = \"1\"\n[build_dependencies]\ncc = \"1\"\n",
            "build.rs",
            "fn main() {}"),
        shape(
            "own-registry",
            "[dependencies]\nserde = { version = \"1\", registry = \"recorder\" }\nlibc = \"1\"\n"),
        shape(
            "registry-index",
            "[dependencies]\nserde = { version = \"1\", registry-index = \"INDEX\" }\n"),
        shape(
            "path-and-version",
            "[dependencies]\nsibling = { path = \"sibling\", version = \"1\" }\n[workspace]\n",
            "sibling/Cargo.toml",
            "[package]\nname = \"sibling\"\nversion = \"1.0.0\"\nedition = \"2021\"\n",
            "sibling/src/lib.rs",
            ""),
        shape(
            "path-dev",
            "[dev-dependencies]\nsibling = { path = \"sibling\" }\nlibc = \"1\"\n[workspace]\n",
            "sibling/Cargo.toml",
            "[package]\nname = \"sibling\"\nversion = \"1.0.0\"\nedition = \"2021\"\n",
            "sibling/src/lib.rs",
            ""),
        shape(
            "other-registry",
            "[dependencies]\nserde = { version = \"1\", registry-index = \"OTHER\" }\n"),
        shape("crlf-readme", "", "README.md", "# T\r\n\r\ntext\r\n"),
        shape("empty-readme", "", "README.md", ""),
        shape("pre-release", "[dependencies]\na = \"1.0.0-rc.1\"\nb = \">= 1.0, <2.0.0-alpha\"\n"),
        shape("proc-macro", "[lib]\nproc-macro = true\n"),
        shape(
            "program",
            "[lib]\npath = \"src/other.rs\"\n",
            "src/other.rs",
            "",
            "src/main.rs",
            "fn main() {}"),
        shape(
            "metadata",
            "publish = [\"recorder\"]\nexclude = [\"x\"]\ndefault-run = \"a\"\n[package.metadata.docs.rs]\n"
                + "all-features = true\n[lints.rust]\nunsafe_code = \"forbid\"\n[profile.release]\nlto = true\n"
                + "[[bin]]\nname = \"a\"\npath = \"src/a.rs\"\n",
            "src/a.rs",
            "fn main() {}"),
        shape(
            "same-crate-per-target",
            "[target.'cfg(unix)'.dependencies]\nserde = { version = \"1\", features = [\"rt\"] }\n"
                + "[target.'cfg(windows)'.dependencies]\nserde = { version = \"1\", optional = true }\n"),
        inherited("shape-inherited", "README.md"),
        inherited("shape-inherited-up", "../README.md"));
  }

  private static CrateShape shape(String name, String more, String... files) {
    return bare("shape-" + name, LICENSED + more, files);
  }

  private static CrateShape bare(String name, String more, String... files) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Cargo.toml", "[package]\nname = \"" + name + "\"\nversion = \"3.0.0\"\n" + more);
    all.put("src/lib.rs", "");
    for (int i = 0; i < files.length; i += 2) {
      all.put(files[i], files[i + 1]);
    }
    return new CrateShape(name, all);
  }

  /** A member that takes everything from its workspace, and its README from one place. */
  private static CrateShape inherited(String name, String readme) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "Cargo.toml",
        "[workspace]\nmembers = [\"m\"]\nresolver = \"2\"\n[workspace.package]\nversion = \"3.0.0\"\n"
            + "authors = [\"W\"]\ndescription = \"shared\"\nlicense = \"MIT\"\nrust-version = \"1.75\"\n"
            + "keywords = [\"k\"]\ncategories = [\"science\"]\nrepository = \"https://r.example\"\n"
            + "homepage = \"https://h.example\"\ndocumentation = \"https://d.example\"\n"
            + "edition = \"2021\"\nreadme = \"README.md\"\n"
            + "[workspace.dependencies]\nserde = { version = \"1.0\", default-features = false, features = [\"std\"] }\n"
            + "libc = \"1\"\n");
    all.put(readme.startsWith("..") ? "README.md" : "m/README.md", "# shared\n");
    all.put(
        "m/Cargo.toml",
        "[package]\nname = \""
            + name
            + "\"\nversion.workspace = true\nauthors.workspace = true\ndescription.workspace = true\n"
            + "license.workspace = true\nrust-version.workspace = true\nkeywords.workspace = true\n"
            + "categories.workspace = true\nrepository.workspace = true\nhomepage.workspace = true\n"
            + "documentation.workspace = true\nedition.workspace = true\n"
            + (readme.startsWith("..") ? "readme.workspace = true\n" : "")
            + "[dependencies]\nserde = { workspace = true, optional = true, features = [\"derive\"] }\n"
            + "libc.workspace = true\n");
    all.put("m/src/lib.rs", "");
    return new CrateShape(name, all);
  }
}
