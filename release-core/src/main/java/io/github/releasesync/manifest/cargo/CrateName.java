package io.github.releasesync.manifest.cargo;

import io.github.releasesync.text.Ascii;
import java.util.Locale;
import java.util.Set;

/** Names of crates, by the rules of crates.io; Cargo alone allows more. */
public final class CrateName {

  private static final int MAX_LENGTH = 64;

  /** Parts of Rust and the device names of Windows, in canonical form. */
  private static final Set<String> RESERVED =
      Set.of(
          ("alloc arena ast builtins collections compiler_builtins compiler_rt compiletest core"
                  + " coretest debug driver flate fmt_macros grammar graphviz macro macros"
                  + " proc_macro rbml rust_installer rustbook rustc rustc_back rustc_borrowck"
                  + " rustc_driver rustc_llvm rustc_resolve rustc_trans rustc_typeck rustdoc"
                  + " rustllvm rustuv serialize std syntax test unicode aux con nul prn"
                  + " com1 com2 com3 com4 com5 com6 com7 com8 com9"
                  + " lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")
              .split(" "));

  private CrateName() {}

  /**
   * Whether crates.io accepts the form of a name: an ASCII letter, then up to 63 ASCII letters,
   * digits, {@code -} or {@code _}. Reserved names have this form too.
   *
   * @param name the name
   * @return true if its form is accepted
   */
  public static boolean isValid(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_LENGTH
        && Ascii.isLetter(name.charAt(0))
        && name.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  /**
   * Whether crates.io keeps a name for itself.
   *
   * @param name the name, in any spelling
   * @return true if it cannot be published
   */
  public static boolean isReserved(String name) {
    return RESERVED.contains(canonical(name));
  }

  /**
   * The normalized form of a crate's name: lower case, {@code _} for {@code -}.
   *
   * @param name the name as written
   * @return its canonical form
   */
  public static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
