/** The oldest Node.js that the packages allow. */
export const wantedNode = '20.19';

/**
 * @param {string} version as in `process.versions.node`
 * @param {string} [wanted] major and minor
 */
export function isNodeNewEnough(version, wanted = wantedNode) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
