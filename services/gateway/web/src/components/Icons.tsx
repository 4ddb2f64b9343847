interface IconProps {
  size?: number;
}

function Icon({ size = 16, box, children }: IconProps & { box: number; children: React.ReactNode }) {
  return (
    <svg viewBox={`0 0 ${box} ${box}`} width={size} height={size} aria-hidden="true">
      {children}
    </svg>
  );
}

export function PlayIcon({ size = 16 }: IconProps) {
  return <Icon box={16} size={size}><path d="M4 2.2v11.6L13.4 8z" fill="currentColor" /></Icon>;
}

export function PauseIcon({ size = 16 }: IconProps) {
  return <Icon box={16} size={size}><path d="M4 2.5h3v11H4zM9 2.5h3v11H9z" fill="currentColor" /></Icon>;
}

export function StopIcon({ size = 16 }: IconProps) {
  return <Icon box={16} size={size}><path d="M3.5 3.5h9v9h-9z" fill="currentColor" /></Icon>;
}

export function UploadIcon({ size = 18 }: IconProps) {
  return (
    <Icon box={20} size={size}>
      <path d="M10 15V4M5 8.5 10 3.5l5 5M3 17h14" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </Icon>
  );
}

export function OutIcon({ size = 14 }: IconProps) {
  return (
    <Icon box={16} size={size}>
      <path d="M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </Icon>
  );
}

export function DownIcon({ size = 12 }: IconProps) {
  return <Icon box={12} size={size}><path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" /></Icon>;
}

export function TickIcon({ size = 16 }: IconProps) {
  return <Icon box={16} size={size}><path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" strokeWidth="1.8" /></Icon>;
}

export function ShareIcon({ size = 16 }: IconProps) {
  return (
    <Icon box={16} size={size}>
      <path d="M8 10V2M5 4.6 8 1.8l3 2.8M4.5 7H3v7h10V7h-1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </Icon>
  );
}
