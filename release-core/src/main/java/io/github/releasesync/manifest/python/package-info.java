/** pyproject.toml, setup.cfg and uv.lock: text in, values and their places out. */
package io.github.releasesync.manifest.python;
