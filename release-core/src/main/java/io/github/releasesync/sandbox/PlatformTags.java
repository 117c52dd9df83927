package io.github.releasesync.sandbox;

import java.util.List;
import java.util.Set;

/** The platform tags that PyPI takes (warehouse, {@code utils/wheel.py}). */
final class PlatformTags {

  private static final Set<String> WHOLE =
      Set.of(
          "any",
          "win32",
          "win_amd64",
          "win_arm64",
          "win_ia64",
          "manylinux1_x86_64",
          "manylinux1_i686",
          "manylinux2010_x86_64",
          "manylinux2010_i686",
          "linux_armv6l",
          "linux_armv7l");

  private static final Set<String> LINUX =
      Set.of("x86_64", "i686", "aarch64", "armv7l", "ppc64le", "s390x", "riscv64");

  private static final Set<String> MAC =
      Set.of(
          "ppc",
          "ppc64",
          "i386",
          "x86_64",
          "arm64",
          "intel",
          "fat",
          "fat3",
          "fat64",
          "universal",
          "universal2");

  private static final Set<String> MAC_MAJORS = Set.of("11", "12", "13", "14", "15", "26");
  private static final List<String> FREE = List.of("ios_", "android_", "pyemscripten_");

  private PlatformTags() {}

  static boolean isAllowed(String tag) {
    if (WHOLE.contains(tag) || FREE.stream().anyMatch(tag::startsWith)) {
      return true;
    }
    if (tag.startsWith("manylinux2014_")) {
      String arch = tag.substring("manylinux2014_".length());
      return LINUX.contains(arch) && !arch.equals("riscv64") || arch.equals("ppc64");
    }
    String[] parts = tag.split("_", 4);
    if (parts.length < 4 || !isNumber(parts[1]) || !isNumber(parts[2])) {
      return false;
    }
    return switch (parts[0]) {
      case "manylinux" -> LINUX.contains(parts[3]) || parts[3].equals("ppc64");
      case "musllinux" -> LINUX.contains(parts[3]);
      case "macosx" -> MAC.contains(parts[3]) && isMac(parts[1], parts[2]);
      default -> false;
    };
  }

  private static boolean isMac(String major, String minor) {
    return major.equals("10") || MAC_MAJORS.contains(major) && minor.equals("0");
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> '0' <= c && c <= '9');
  }
}
