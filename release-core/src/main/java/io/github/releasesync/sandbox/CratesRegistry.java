package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.manifest.cargo.CrateName;
import io.github.releasesync.sandbox.CratesAccess.Scope;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registry that is shaped like crates.io. */
final class CratesRegistry {

  private static final int MAX_TEXT = 1 << 16;

  private final String base;
  private final SandboxOptions options;
  private final SandboxState disk;
  private final Records<CrateRecord> crates;
  private final CratesAccess access;
  private final ActiveFaults faults;
  private final CratesIndex index;
  private final CratesApi api;
  private final CratePublish publish;
  private final Clock clock;

  /**
   * Loads the published crates.
   *
   * @param base the address of this registry, without a slash at its end
   */
  CratesRegistry(
      String base, SandboxOptions options, Tokens tokens, SandboxState disk, ActiveFaults faults) {
    this.base = base;
    this.options = options;
    this.disk = disk;
    this.faults = faults;
    this.clock = options.clock();
    this.crates = new Records<>(disk, "crates", CrateRecord::read, CrateRecord::write);
    this.access = new CratesAccess(options, tokens, faults);
    this.index = new CratesIndex(crates, faults);
    this.api = new CratesApi(faults);
    this.publish = new CratePublish(disk, crates, access, faults, clock);
  }

  /**
   * Answers a request.
   *
   * @param path the segments below this registry
   */
  SandboxAnswer answer(SandboxCall call, List<String> path) throws IOException {
    if (!access.mayRead(call)) {
      return errors(401, "authentication required")
          .with("WWW-Authenticate", "Cargo login_url=\"" + base + "/me\"");
    }
    try {
      return switch (path.get(0)) {
        case "index" -> call.isRead() ? index(call, path.subList(1, path.size())) : notAllowed();
        case "static" -> archive(path);
        case "api" -> api(call, path.subList(1, path.size()));
        default -> notFound();
      };
    } catch (Refusal e) {
      boolean compatible = faults.has(FaultKind.ERRORS_WITH_200) && !call.isRead();
      return errors(compatible ? 200 : e.status(), e.getMessage());
    } catch (JsonException e) {
      return errors(400, "invalid upload request: " + e.getMessage());
    }
  }

  private SandboxAnswer index(SandboxCall call, List<String> path) {
    return path.equals(List.of("config.json"))
        ? CratesIndex.config(base, options.authRequired())
        : index.file(call, path);
  }

  /** crates.io refuses clients without a user agent. */
  private SandboxAnswer api(SandboxCall call, List<String> path) throws IOException {
    if (call.header("User-Agent").orElse("").isBlank()) {
      throw new Refusal(
          403,
          "We require that all requests include a `User-Agent` header. To allow us to determine the"
              + " impact your bot has on our service, we ask that your user agent actually identify"
              + " your bot, and not just report the HTTP client library you're using.");
    }
    if (path.size() < 3 || !path.subList(0, 2).equals(List.of("v1", "crates"))) {
      return notFound();
    }
    List<String> below = path.subList(2, path.size());
    if (below.equals(List.of("new"))) {
      return call.method().equals("PUT") ? publish(call) : notAllowed();
    }
    return switch (below.size()) {
      case 1 -> call.isRead() ? crate(below.get(0)) : notAllowed();
      case 2 -> ofCrate(call, below.get(0), below.get(1));
      case 3 -> ofVersion(call, below.get(0), below.get(1), below.get(2));
      default -> notFound();
    };
  }

  private SandboxAnswer publish(SandboxCall call) throws IOException {
    CrateRecord crate = publish.accept(call);
    return SandboxAnswer.json(
        200, Map.of("crate", api.crate(crate), "warnings", CratePublish.warnings()));
  }

  private SandboxAnswer crate(String name) {
    CrateRecord crate = found(name);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("crate", api.crate(crate));
    shown.put("versions", api.versions(crate, crate.versions()));
    shown.put("keywords", List.of());
    shown.put("categories", List.of());
    return SandboxAnswer.json(200, shown);
  }

  private SandboxAnswer ofCrate(SandboxCall call, String name, String what) throws IOException {
    if (what.equals("owners")) {
      return owners(call, name);
    }
    CrateRecord crate = found(name);
    if (what.equals("versions")) {
      List<String> wanted = call.query("nums[]");
      List<CrateRecord.Version> versions =
          crate.versions().stream()
              .filter(v -> wanted.isEmpty() || wanted.contains(v.num()))
              .toList();
      return SandboxAnswer.json(
          200,
          Map.of(
              "versions", api.versions(crate, versions), "meta", Map.of("total", versions.size())));
    }
    CrateRecord.Version version = found(crate, what);
    if (call.method().equals("PATCH")) {
      return patch(call, crate, version);
    }
    return call.isRead()
        ? SandboxAnswer.json(200, Map.of("version", api.version(crate, version)))
        : notAllowed();
  }

  private SandboxAnswer ofVersion(SandboxCall call, String name, String num, String what)
      throws IOException {
    String request = call.method() + " " + what;
    switch (request) {
      case "GET download", "HEAD download" -> {
        return download(call, name, num);
      }
      case "DELETE yank" -> {
        return yank(call, name, num, true);
      }
      case "PUT unyank" -> {
        return yank(call, name, num, false);
      }
      default -> {
        return List.of("download", "yank", "unyank").contains(what) ? notAllowed() : notFound();
      }
    }
  }

  private SandboxAnswer download(SandboxCall call, String name, String num) {
    CrateRecord crate = found(name);
    found(crate, num);
    String location =
        base
            + "/static/"
            + crate.name()
            + "/"
            + crate.name()
            + "-"
            + num.replace("+", "%2B")
            + ".crate";
    return call.accepts("application/json")
        ? SandboxAnswer.json(200, Map.of("url", location))
        : SandboxAnswer.redirect(302, location);
  }

  private SandboxAnswer archive(List<String> path) {
    if (path.size() == 3) {
      CrateRecord crate = found(path.get(1));
      for (CrateRecord.Version version : crate.versions()) {
        if (path.get(2).equals(crate.name() + "-" + version.num() + ".crate")) {
          return SandboxAnswer.file("application/gzip", disk.blob(version.sha256()));
        }
      }
    }
    return notFound();
  }

  private SandboxAnswer yank(SandboxCall call, String name, String num, boolean yanked)
      throws IOException {
    access.require(call, Scope.YANK);
    found(found(name), num);
    setYanked(name, num, yanked, Optional.empty());
    return SandboxAnswer.json(200, Map.of("ok", true));
  }

  private SandboxAnswer patch(SandboxCall call, CrateRecord crate, CrateRecord.Version version)
      throws IOException {
    access.require(call, Scope.YANK);
    JsonValue wanted = new Json().read(call.text(MAX_TEXT)).get("version");
    boolean yanked = wanted.find("yanked").map(JsonValue::bool).orElse(version.yanked());
    Optional<String> message = wanted.find("yank_message").map(JsonValue::string);
    if (message.isPresent() && !yanked) {
      throw new Refusal(400, "Cannot set yank message when not yanking");
    }
    CrateRecord changed = setYanked(crate.name(), version.num(), yanked, message);
    return SandboxAnswer.json(
        200, Map.of("version", api.version(changed, found(changed, version.num()))));
  }

  private CrateRecord setYanked(String name, String num, boolean yanked, Optional<String> message)
      throws IOException {
    return crates.change(
        CrateName.canonical(name),
        old -> {
          CrateRecord crate = old.orElseThrow();
          CrateRecord.Version version = found(crate, num);
          return crate.with(version.withYanked(yanked, message), clock.instant());
        });
  }

  private SandboxAnswer owners(SandboxCall call, String name) throws IOException {
    CrateRecord crate = found(name);
    return switch (call.method()) {
      case "GET", "HEAD" -> SandboxAnswer.json(200, Map.of("users", CratesApi.owners(crate)));
      case "PUT" -> changeOwners(call, crate, true);
      case "DELETE" -> changeOwners(call, crate, false);
      default -> notAllowed();
    };
  }

  private SandboxAnswer changeOwners(SandboxCall call, CrateRecord crate, boolean add)
      throws IOException {
    access.require(call, Scope.CHANGE_OWNERS);
    List<String> users =
        new Json()
            .read(call.text(MAX_TEXT)).get("users").list().stream().map(JsonValue::string).toList();
    crates.change(
        CrateName.canonical(crate.name()),
        old -> {
          List<String> owners = new ArrayList<>(old.orElseThrow().owners());
          owners.removeAll(users);
          if (add) {
            owners.addAll(users.stream().distinct().toList());
          }
          if (owners.isEmpty()) {
            throw new Refusal(
                400,
                "cannot remove all individual owners of a crate. Team member don't have permission"
                    + " to modify owners, so at least one individual owner is required.");
          }
          return old.orElseThrow().withOwners(owners, clock.instant());
        });
    String message =
        add
            ? "user "
                + String.join(", ", users)
                + " has been added as an owner of crate "
                + crate.name()
            : "owners successfully removed";
    return SandboxAnswer.json(200, Map.of("ok", true, "msg", message));
  }

  private CrateRecord found(String name) {
    return crates
        .find(CrateName.canonical(name))
        .orElseThrow(() -> new Refusal(404, "crate `" + name + "` does not exist"));
  }

  private static CrateRecord.Version found(CrateRecord crate, String num) {
    return crate
        .version(num)
        .orElseThrow(
            () ->
                new Refusal(
                    404, "crate `" + crate.name() + "` does not have a version `" + num + "`"));
  }

  private static SandboxAnswer errors(int status, String detail) {
    return SandboxAnswer.json(status, Map.of("errors", List.of(Map.of("detail", detail))));
  }

  private static SandboxAnswer notFound() {
    return errors(404, "Not Found");
  }

  private static SandboxAnswer notAllowed() {
    return errors(405, "Method Not Allowed");
  }
}
