package io.github.releasesync.goal;

import java.util.Map;
import java.util.TreeMap;

/** A small repository with one file of every kind that a check reads, all in order. */
final class HealthyTree {

  private HealthyTree() {}

  /** The files by path from the root. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "Cargo.toml",
        "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"fuzz\", \"rust\"]\n\n[workspace.package]\n"
            + "version = \"1.2.0\"\npublish = true\n\n[workspace.dependencies]\n"
            + "core = { path = \"crates/core\", version = \"1.2.0\" }\n");
    files.put(
        "crates/core/Cargo.toml",
        "[package]\nname = \"core\"\nversion.workspace = true # shared\nlicense = 'MIT'\n");
    files.put(
        "crates/bind/Cargo.toml",
        "[package]\nname = \"bind\"\nversion = { workspace = true }\n\n[dependencies]\n"
            + "core.workspace = true\n\n[target.'cfg(unix)'.dependencies.lib]\n"
            + "package = \"core\"\npath = \"../core\"\nversion = \"=1.2.0\"\n");
    files.put(
        "Cargo.lock",
        "version = 4\n\n[[package]]\nname = \"bind\"\nversion = \"1.2.0\"\n"
            + "dependencies = [\n \"core\",\n]\n\n[[package]]\nname = \"core\"\n"
            + "version = \"1.2.0\"\n");
    files.put(
        "pyproject.toml",
        "[project]\nname = \"bind\"\nversion = \"1.2.0\"\ndependencies = [\"pure==1.2.0\"]\n\n"
            + "[build-system]\nrequires = [\"maturin>=1,<2\"]\nbuild-backend = \"maturin\"\n\n"
            + "[tool.maturin]\nmanifest-path = \"crates/bind/Cargo.toml\"\n");
    files.put(
        "uv.lock",
        "version = 1\n\n[[package]]\nname = \"bind\"\nversion = \"1.2.0\"\n"
            + "source = { editable = \".\" }\n");
    files.put(
        "pure/pyproject.toml",
        "[project]\nname = \"pure\"\ndynamic = [\"version\"]\n\n[build-system]\n"
            + "requires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n\n"
            + "[tool.hatch.version]\npath = \"pure/__init__.py\"\n");
    files.put("pure/pure/__init__.py", "\"\"\"Text.\"\"\"\n\n__version__ = \"1.2.0\"\n");
    files.put("cfg/setup.cfg", "[metadata]\nname = cfg\nversion = attr: cfg.__version__\n");
    files.put("cfg/cfg.py", "__version__ = '1.2.0'\n");
    files.put(
        "pom.xml",
        "<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>org.example</groupId>\n"
            + "  <artifactId>bind</artifactId>\n  <version>${revision}</version>\n"
            + "  <properties>\n    <revision>1.2.0</revision>\n  </properties>\n</project>\n");
    files.put(
        "java/pom.xml",
        "<project>\n  <parent>\n    <groupId>org.example</groupId>\n"
            + "    <artifactId>bind</artifactId>\n    <version>${revision}</version>\n"
            + "  </parent>\n  <artifactId>bind-java</artifactId>\n</project>\n");
    files.put(
        "rust/Cargo.toml",
        "[package]\nname = \"alone\"\nversion = \"3.0.0\"\npublish = [\"crates-io\"]\n"
            + "description = \"\"\"\nMany\nlines\"\"\"\nlicense = \"MIT\"\n[features]\n"
            + "default = [\"a\"]\na = [\"pyo3/abi3-py38\"]\n[dependencies]\npyo3 = \"0.22\"\n");
    files.put(
        "rust/Cargo.lock",
        "version = 3\n\n[[package]]\nname = \"alone\"\nversion = \"3.0.0\"\n\n[[package]]\n"
            + "name = \"pyo3\"\nversion = \"0.22.0\"\nsource = \"registry+https://x\"\n");
    files.put(
        "java/deep/pom.xml",
        "<project>\n  <parent>\n    <groupId>org.example</groupId>\n"
            + "    <artifactId>bind-java</artifactId>\n    <version>1.2.0</version>\n"
            + "    <relativePath>../pom.xml</relativePath>\n  </parent>\n"
            + "  <artifactId>deep-${suffix}</artifactId>\n  <properties>\n"
            + "    <suffix>${end}</suffix>\n    <end>x</end>\n  </properties>\n</project>\n");
    files.put("filed/VERSION.txt", "1.2.0\n");
    files.put(
        "filed/pyproject.toml",
        "[project]\nname = \"filed\"\ndynamic = [\"version\"]\nlicense = \"MIT OR Apache-2.0\"\n"
            + "requires-python = \">=3.8\"\n\n[build-system]\nrequires = [\"setuptools\"]\n"
            + "build-backend = \"setuptools.build_meta\"\n\n[tool.setuptools.dynamic]\n"
            + "version = { file = \"VERSION.txt\" }\n");
    return files;
  }
}
