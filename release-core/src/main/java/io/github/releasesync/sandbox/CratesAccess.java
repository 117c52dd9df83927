package io.github.releasesync.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The permissions on the crates side (crates.io's {@code src/auth.rs} and its token scopes). */
final class CratesAccess {

  /** The scope of a token. */
  enum Scope {
    PUBLISH_NEW,
    PUBLISH_UPDATE,
    YANK,
    CHANGE_OWNERS
  }

  private final SandboxOptions options;
  private final ActiveFaults faults;
  private final Map<String, Set<Scope>> scopes;

  CratesAccess(SandboxOptions options, Tokens tokens, ActiveFaults faults) {
    this.options = options;
    this.faults = faults;
    this.scopes =
        Map.of(
            tokens.crates(), Set.of(Scope.values()),
            tokens.cratesPublishOnly(), Set.of(Scope.PUBLISH_NEW, Scope.PUBLISH_UPDATE));
  }

  /**
   * Checks that a token is valid and has the required scope.
   *
   * @throws Refusal with 401 or 403
   */
  void require(SandboxCall call, Scope scope) {
    if (faults.tokenExpired(Side.CRATES)) {
      throw new Refusal(403, "authentication failed");
    }
    if (options.requireTokens() && !authenticated(call).contains(scope)) {
      throw new Refusal(
          403, "this token does not have the required permissions to perform this action");
    }
  }

  /** Checks the token before the body is read. */
  void requireSomeone(SandboxCall call) {
    if (options.requireTokens()) {
      authenticated(call);
    }
  }

  /** Whether a reader of a registry with {@code auth-required} may read. */
  boolean mayRead(SandboxCall call) {
    return !options.authRequired() || token(call).filter(scopes::containsKey).isPresent();
  }

  private Set<Scope> authenticated(SandboxCall call) {
    if (call.header("Authorization").isEmpty()) {
      throw new Refusal(403, "this action requires authentication");
    }
    String token =
        token(call)
            .orElseThrow(
                () -> new Refusal(401, "Invalid `Authorization` header: Unexpected scheme"));
    Set<Scope> found = scopes.get(token);
    if (found == null) {
      throw new Refusal(403, "authentication failed");
    }
    return found;
  }

  private static Optional<String> token(SandboxCall call) {
    String[] words = call.header("Authorization").orElse("").strip().split(" +", 2);
    if (words.length == 1) {
      return Optional.of(words[0]).filter(word -> !word.isEmpty());
    }
    return words[0].equalsIgnoreCase("Bearer") ? Optional.of(words[1]) : Optional.empty();
  }
}
