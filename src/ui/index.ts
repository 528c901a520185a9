// The public door of the interface: mounts it on an element over the use cases of the app, or shows why
// there is no app to mount.
export { mountFailure, mountLaurel } from './mount.tsx';
