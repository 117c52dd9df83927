package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Ascii;
import java.util.Locale;
import java.util.Set;

/** Names of Python projects. */
public final class ProjectName {

  /**
   * The modules of Python's standard library, 3.8 to 3.14, and common mistakes of pip users, all
   * normalized. PyPI also has a list that is not public (pypi.org/help, "Why isn't my desired
   * project name available?").
   */
  private static final Set<String> RESERVED =
      Set.of(
          ("abc aifc annotationlib antigravity argparse array ast asynchat asyncio"
                  + " asyncore atexit audioop base64 bdb binascii binhex bisect builtins bz2"
                  + " calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys"
                  + " compileall compression concurrent configparser contextlib contextvars copy"
                  + " copyreg cprofile crypt csv ctypes curses dataclasses datetime dbm decimal"
                  + " difflib dis distutils doctest dummy-threading email encodings ensurepip enum"
                  + " errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib"
                  + " functools gc genericpath getopt getpass gettext glob graphlib grp gzip"
                  + " hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io"
                  + " ipaddress itertools json keyword lib2to3 linecache locale logging lzma"
                  + " macpath mailbox mailcap marshal math mimetypes mmap modulefinder msilib"
                  + " msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode"
                  + " operator optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes"
                  + " pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty"
                  + " pwd py-compile pyclbr pydoc pydoc-data pyexpat queue quopri random re"
                  + " readline reprlib resource rlcompleter runpy sched secrets select selectors"
                  + " shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd"
                  + " sqlite3 sre-compile sre-constants sre-parse ssl stat statistics string"
                  + " stringprep struct subprocess sunau symbol symtable sys sysconfig syslog"
                  + " tabnanny tarfile telnetlib tempfile termios textwrap this threading time"
                  + " timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle"
                  + " turtledemo types typing unicodedata unittest urllib uu uuid venv warnings"
                  + " wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp"
                  + " zipfile zipimport zlib zoneinfo"
                  + " requirements-txt rrequirements-txt")
              .split(" "));

  private ProjectName() {}

  /**
   * The normalized form of a project's name (PEP 503): lower case, every run of {@code -}, {@code
   * _} and {@code .} one {@code -}.
   *
   * @param name the name as written
   * @return its normalised form
   */
  public static String normalize(String name) {
    StringBuilder normalized = new StringBuilder(name.length());
    boolean inRun = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean separator = isSeparator(c);
      if (!separator) {
        normalized.append(c);
      } else if (!inRun) {
        normalized.append('-');
      }
      inRun = separator;
    }
    return normalized.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a name is one of a project (PEP 508): ASCII letters, digits, {@code -}, {@code _} and
   * {@code .}, with a letter or digit at both ends.
   *
   * @param name the name as written
   * @return true if PyPI accepts it
   */
  public static boolean isValid(String name) {
    return !name.isEmpty()
        && Ascii.isLetterOrDigit(name.charAt(0))
        && Ascii.isLetterOrDigit(name.charAt(name.length() - 1))
        && name.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || isSeparator(c));
  }

  /**
   * Whether PyPI takes no new project of a name. One that is there since before keeps it.
   *
   * @param name the name, in any spelling
   * @return true for a module of the standard library and for {@code requirements.txt}
   */
  public static boolean isReserved(String name) {
    return RESERVED.contains(normalize(name));
  }

  /**
   * The form in the names of wheels and sdists (PEP 427, PEP 625): normalised, with {@code _} for
   * {@code -}.
   *
   * @param name the name as written
   * @return its form in file names
   */
  public static String fileForm(String name) {
    return normalize(name).replace('-', '_');
  }

  public static boolean isSeparator(int c) {
    return c == '-' || c == '_' || c == '.';
  }
}
