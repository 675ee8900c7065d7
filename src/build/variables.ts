/**
 * Which environment variables are part of what a wheel is made from.
 *
 * Python code of a build is watched while it runs (trace.py). For compilers and build tools, which nobody watches, stand the
 * variables that they are known to read, and those that the tree's own build files name.
 */
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isOwnVariable } from '../python/run.js'
import { asksForNative } from './native.js'
import { namesInText, prefixesInText, readsVariables } from './variable-names.js'

/** Each line: the tools that read these without being seen. */
const nativeReaders = [
  // Compilers and binutils, by the names that every build tool takes them from.
  'CC CXX CPP FC F77 F90 OBJC OBJCXX ASM CUDACXX CUDAHOSTCXX HIPCXX NVCC LD AR AS NM RANLIB STRIP LDSHARED LDCXXSHARED',
  'CFLAGS CXXFLAGS CPPFLAGS LDFLAGS FFLAGS FCFLAGS OBJCFLAGS OBJCXXFLAGS ASMFLAGS CUDAFLAGS HIPFLAGS ARFLAGS RCFLAGS',
  // gcc, clang, ld
  'CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH OBJC_INCLUDE_PATH LIBRARY_PATH GCC_EXEC_PREFIX COMPILER_PATH LD_RUN_PATH LDEMULATION GNUTARGET',
  'CCC_OVERRIDE_OPTIONS SOURCE_DATE_EPOCH',
  // MSVC
  'CL _CL_ LINK _LINK_ INCLUDE LIB LIBPATH',
  // macOS
  'SDKROOT DEVELOPER_DIR MACOSX_DEPLOYMENT_TARGET ARCHFLAGS',
  // nvcc, CUDA, ROCm
  'NVCC_PREPEND_FLAGS NVCC_APPEND_FLAGS NVCC_CCBIN CUDAARCHS CUDA_HOME CUDA_PATH CUDA_ROOT CUDNN_PATH CUDNN_HOME CUDNN_ROOT NCCL_HOME NCCL_ROOT',
  'TORCH_CUDA_ARCH_LIST PYTORCH_NVCC ROCM_PATH ROCM_HOME HIP_PATH HIP_PLATFORM PYTORCH_ROCM_ARCH MPI_HOME MKLROOT',
  // cmake
  'CMAKE_ARGS CMAKE_GENERATOR CMAKE_GENERATOR_PLATFORM CMAKE_GENERATOR_TOOLSET CMAKE_GENERATOR_INSTANCE CMAKE_BUILD_TYPE CMAKE_CONFIGURATION_TYPES',
  'CMAKE_PREFIX_PATH CMAKE_PROGRAM_PATH CMAKE_LIBRARY_PATH CMAKE_INCLUDE_PATH CMAKE_FRAMEWORK_PATH CMAKE_APPBUNDLE_PATH CMAKE_TOOLCHAIN_FILE',
  'CMAKE_OSX_ARCHITECTURES CMAKE_APPLE_SILICON_PROCESSOR CMAKE_CROSSCOMPILING_EMULATOR CMAKE_POLICY_VERSION_MINIMUM CMAKE_INSTALL_MODE CMAKE_MSVC_DEBUG_INFORMATION_FORMAT',
  // pkg-config
  'PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_ALLOW_SYSTEM_CFLAGS PKG_CONFIG_ALLOW_SYSTEM_LIBS',
  // cargo, rustc, maturin, PyO3, the `cc` crate
  'RUSTC RUSTFLAGS RUSTUP_TOOLCHAIN RUSTC_BOOTSTRAP CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET CARGO_BUILD_RUSTFLAGS CARGO_INCREMENTAL',
  'CARGO_PROFILE_RELEASE_LTO CARGO_PROFILE_RELEASE_OPT_LEVEL CARGO_PROFILE_RELEASE_DEBUG CARGO_PROFILE_RELEASE_CODEGEN_UNITS CARGO_PROFILE_RELEASE_PANIC CARGO_PROFILE_RELEASE_STRIP',
  'CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUSTFLAGS',
  'CARGO_TARGET_AARCH64_APPLE_DARWIN_RUSTFLAGS CARGO_TARGET_X86_64_APPLE_DARWIN_RUSTFLAGS MATURIN_PEP517_ARGS PYO3_CONFIG_FILE PYO3_CROSS PYO3_NO_PYTHON',
  'TARGET_CC TARGET_CXX TARGET_CFLAGS TARGET_CXXFLAGS HOST_CC HOST_CFLAGS OPENSSL_DIR OPENSSL_LIB_DIR OPENSSL_INCLUDE_DIR OPENSSL_STATIC',
  // go
  'CGO_ENABLED CGO_CFLAGS CGO_CXXFLAGS CGO_LDFLAGS GOFLAGS',
]

/** Variables that native tools read; each is part of every key. Sorted. */
export const baseVariables: readonly string[] = nativeReaders.flatMap(line => line.split(' ')).toSorted()

/** Each entry: why the value of these changes no wheel, or must not choose one. */
/** Whether a variable is a secret by its name. */
export function isSecret(name: string): boolean {
  return name !== 'PWD' && name !== 'OLDPWD' && secretNames.test(name)
}

const secretNames =
  /(?:^|_)(?:TOKEN|PAT|PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET|SECRETS|KEY|KEY_ID|APIKEY|CREDENTIAL|CREDENTIALS|AUTH|COOKIE|DSN)$|SECRET|PASSWORD|CREDENTIAL/i

const denied: readonly (readonly [string, RegExp])[] = [
  [
    'schedule: how fast and how loud',
    /^(?:MAX_JOBS|NVCC_THREADS|NVTE_BUILD_MAX_JOBS|NVTE_BUILD_THREADS_PER_JOB|CMAKE_BUILD_PARALLEL_LEVEL|CTEST_PARALLEL_LEVEL|CARGO_BUILD_JOBS|NPY_NUM_BUILD_JOBS|NUM_JOBS|JOBS|[A-Z]*MAKEFLAGS|MAKELEVEL|MFLAGS|NINJAFLAGS|NINJA_STATUS|(?:OMP|MKL|RAYON|OPENBLAS|NUMEXPR)_NUM_THREADS|SLURM_.*)$/,
  ],
  [
    'schedule: how loud',
    /^(?:V|VERBOSE|DISTUTILS_DEBUG|CMAKE_VERBOSE_MAKEFILE|CMAKE_COLOR_DIAGNOSTICS|CMAKE_COLOR_MAKEFILE|CMAKE_EXPORT_COMPILE_COMMANDS|CARGO_TERM_.*|RUST_BACKTRACE|RUST_LOG|GCC_COLORS)$/,
  ],
  ['the cards that a job may use: compute capability is judged apart', /^(?:CUDA|NVIDIA|HIP|ROCR)_VISIBLE_DEVICES$/],
  [
    'compiler caches give what the compiler would',
    /^(?:S?CCACHE.*|CMAKE_[A-Z]+_COMPILER_LAUNCHER|RUSTC_WRAPPER|CARGO_BUILD_RUSTC_WRAPPER|DISTCC_.*)$/,
  ],
  [
    'places: tools of PATH count by their content, and the rest is where files lie',
    /^(?:HOME|PATH|PATHEXT|TMPDIR|TMP|TEMP|PWD|OLDPWD|CDPATH|XDG_.*|VIRTUAL_ENV.*|CARGO_HOME|CARGO_TARGET_DIR|RUSTUP_HOME|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*|SYSTEMROOT|WINDIR|COMSPEC|HOMEDRIVE|HOMEPATH|NETRC|INIT_CWD|NPM_.*|NODE_.*|NVM_.*|PYENV.*|__PYVENV_LAUNCHER__|_)$/,
  ],
  [
    'identity of user, machine and job',
    /^(?:USER|USERNAME|LOGNAME|EMAIL|UID|HOSTNAME|COMPUTERNAME|GIT_.*|CI|CI_.*|CONTINUOUS_INTEGRATION|GITHUB_.*|RUNNER_.*|ACTIONS_.*|GITEA_.*|GITLAB_.*|BUILDKITE.*|CIRCLE_.*|CIRCLECI|TRAVIS.*|JENKINS_.*|HUDSON_.*|CIRRUS_.*|DRONE.*|CODEBUILD_.*|BITBUCKET_.*|SEMAPHORE_.*|APPVEYOR.*|TEAMCITY_.*|TF_BUILD|AGENT_.*|KUBERNETES_.*|INVOCATION_ID|JOURNAL_STREAM)$/,
  ],
  [
    'the terminal and the language of messages',
    /^(?:TERM|TERM_.*|COLORTERM|COLUMNS|LINES|NO_COLOR|FORCE_COLOR|CLICOLOR.*|PY_COLORS|SHELL|SHLVL|EDITOR|VISUAL|PAGER|DISPLAY|WAYLAND_DISPLAY|LANG|LANGUAGE|LC_.*|TZ|LESS.*|LS_COLORS|DEBIAN_FRONTEND)$/,
  ],
  [
    'how the network is reached',
    /^(?:(?:HTTPS?|FTP|ALL|NO|RSYNC)_PROXY|SSL_CERT_FILE|SSL_CERT_DIR|SSLKEYLOGFILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|SSH_.*|GPG_.*)$/i,
  ],
  ['secrets: their values are nobody’s business, not even as digests', secretNames],
  // The lock of the build environment says what pip and uv brought; no `PYTHON*` reaches a build but trace.py's PYTHONPATH.
  ['installers and Python itself', /^(?:PIP_.*|UV_.*|PYTHON.*)$/i],
]

/** Whether the value of this variable, where a build reads it, is part of what its wheel is made from; `USE_*` names several. */
export function countsAsInput(name: string): boolean {
  if (!/^[A-Za-z_][\w.()-]*\*?$/.test(name) || isOwnVariable(name)) return false
  return !denied.some(([, pattern]) => pattern.test(name))
}

/** In the place of a variable: the processor that compilers find, which `-march=native` asks for. */
export const nativeProcessor = '-march=native'

const limits = { files: 400, python: 40, bytesOfFile: 256 * 1024, bytes: 8 * 1024 * 1024 }

/**
 * The variables that the build files of a tree name, those nearest to its top first up to a bound; sorted. Only files that
 * native tools or a setup.py read; `files` are POSIX paths relative to `directory`. `USE_*` stands for all variables that begin
 * so, where a build file asks for those (`name.startswith("USE_")`); `nativeProcessor`, where one compiles for it, is among them.
 */
export async function scanVariables(directory: string, files: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  let left = limits.bytes
  for (const file of filesToScan(files)) {
    if (left <= 0) break
    const text = await readHead(join(directory, file), Math.min(limits.bytesOfFile, left))
    left -= text.length
    for (const name of namesInText(text, basename(file))) found.add(name)
    for (const prefix of prefixesInText(text, basename(file))) found.add(`${prefix}*`)
    if (asksForNative(text)) found.add(nativeProcessor)
  }
  return [...found].filter(name => name === nativeProcessor || countsAsInput(name)).toSorted()
}

function filesToScan(files: readonly string[]): readonly string[] {
  const depth = (path: string) => path.split('/').length
  const wanted = files.filter(readsVariables).toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
  const python = wanted.filter(file => file.endsWith('.py')).slice(0, limits.python)
  const others = wanted.filter(file => !file.endsWith('.py')).slice(0, limits.files)
  return [...python, ...others]
}

/** The beginning of a file; empty where it cannot be read, which the build will say better. */
async function readHead(path: string, bytes: number): Promise<string> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return ''
  }
}
